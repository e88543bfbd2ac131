/**
 * Outbox, inbox, Kafka error handling and dead letters, once for all services, because
 * each would lose messages with a bad copy of it. Knows no domain type.
 */
@NullMarked
package org.salon.messaging;

import org.jspecify.annotations.NullMarked;
