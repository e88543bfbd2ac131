/** The only place that speaks to the broker. */
@NullMarked
package org.salon.messaging.kafka;

import org.jspecify.annotations.NullMarked;
