/**
 * Events leave with the change that they tell of: written in its transaction, then
 * relayed in order per key.
 */
@NullMarked
package org.salon.messaging.outbox;

import org.jspecify.annotations.NullMarked;
