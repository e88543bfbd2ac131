/** How many messages may leave, and when. */
@NullMarked
package org.salon.notification.limit;

import org.jspecify.annotations.NullMarked;
