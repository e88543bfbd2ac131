/** Events as Kafka records: CloudEvents 1.0 in binary mode. */
@NullMarked
package org.salon.messaging.envelope;

import org.jspecify.annotations.NullMarked;
