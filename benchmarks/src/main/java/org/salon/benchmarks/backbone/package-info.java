/** Events through outbox, broker and inbox, against plain Kafka and plain inserts. */
@NullMarked
package org.salon.benchmarks.backbone;

import org.jspecify.annotations.NullMarked;
