/** Salons: written, announced, moved, called off, remembered. */
@NullMarked
package org.salon.registration.salon;

import org.jspecify.annotations.NullMarked;
