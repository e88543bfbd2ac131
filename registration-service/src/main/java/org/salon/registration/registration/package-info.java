/** Places: taken, waited for, given back, shown. */
@NullMarked
package org.salon.registration.registration;

import org.jspecify.annotations.NullMarked;
