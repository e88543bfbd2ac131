/** What the archive remembers of a salon. Knows neither web nor broker nor database. */
@NullMarked
package org.salon.archive.salon;

import org.jspecify.annotations.NullMarked;
