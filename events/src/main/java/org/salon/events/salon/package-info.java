/** A salon: what is said of it on the wire. */
@NullMarked
package org.salon.events.salon;

import org.jspecify.annotations.NullMarked;
