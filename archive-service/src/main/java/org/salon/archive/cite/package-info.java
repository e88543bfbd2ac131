/** Salons as references: for LaTeX, for reference managers, and to be copied. */
@NullMarked
package org.salon.archive.cite;

import org.jspecify.annotations.NullMarked;
