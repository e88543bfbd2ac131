/** What goes to each kind of channel, and what its answers mean. */
@NullMarked
package org.salon.notification.channel.wire;

import org.jspecify.annotations.NullMarked;
