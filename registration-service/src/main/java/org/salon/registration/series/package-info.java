/** Salons that come again in a rhythm, and what is done for each at its time. */
@NullMarked
package org.salon.registration.series;

import org.jspecify.annotations.NullMarked;
