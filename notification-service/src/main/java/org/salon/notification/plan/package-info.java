/** Which deliveries should exist: pure functions, no I/O. */
@NullMarked
package org.salon.notification.plan;

import org.jspecify.annotations.NullMarked;
