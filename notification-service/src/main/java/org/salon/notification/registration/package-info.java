/** This service's own copy of who holds a place, or a place in line. */
@NullMarked
package org.salon.notification.registration;

import org.jspecify.annotations.NullMarked;
