@NullMarked
package org.salon.archive;

import org.jspecify.annotations.NullMarked;
