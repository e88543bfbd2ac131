/** The archive as pages. */
@NullMarked
package org.salon.archive.page;

import org.jspecify.annotations.NullMarked;
