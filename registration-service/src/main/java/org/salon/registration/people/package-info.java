/** The people of the club, as operators find them, note things of them and help them. */
@NullMarked
package org.salon.registration.people;

import org.jspecify.annotations.NullMarked;
