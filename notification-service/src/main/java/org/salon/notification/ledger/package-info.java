/** One row for each message that is due to someone, and what became of it. */
@NullMarked
package org.salon.notification.ledger;

import org.jspecify.annotations.NullMarked;
