/** The operator's pages of all that is sent. */
@NullMarked
package org.salon.notification.desk;

import org.jspecify.annotations.NullMarked;
