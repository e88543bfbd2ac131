/** Events arrive once: inbox, version and effect in one transaction, then the offset. */
@NullMarked
package org.salon.messaging.inbox;

import org.jspecify.annotations.NullMarked;
