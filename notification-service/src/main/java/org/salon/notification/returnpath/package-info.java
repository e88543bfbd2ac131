/** To which address each mail comes back. */
@NullMarked
package org.salon.notification.returnpath;

import org.jspecify.annotations.NullMarked;
