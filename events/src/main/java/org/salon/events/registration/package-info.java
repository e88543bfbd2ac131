/** A place held, or a place in line. */
@NullMarked
package org.salon.events.registration;

import org.jspecify.annotations.NullMarked;
