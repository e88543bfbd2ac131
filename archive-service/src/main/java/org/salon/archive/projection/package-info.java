/**
 * The salons as the log tells of them: kept up to date by events, and rebuilt from the
 * log.
 */
@NullMarked
package org.salon.archive.projection;

import org.jspecify.annotations.NullMarked;
