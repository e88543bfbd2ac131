/** The posts that were, are and will be made, and what became of them. */
@NullMarked
package org.salon.notification.channel.log;

import org.jspecify.annotations.NullMarked;
