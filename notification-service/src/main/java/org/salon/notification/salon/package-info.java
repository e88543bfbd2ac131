/** This service's own copy of the salons. */
@NullMarked
package org.salon.notification.salon;

import org.jspecify.annotations.NullMarked;
