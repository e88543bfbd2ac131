/** Which posts should exist: a pure function of what is known. */
@NullMarked
package org.salon.notification.channel.plan;

import org.jspecify.annotations.NullMarked;
