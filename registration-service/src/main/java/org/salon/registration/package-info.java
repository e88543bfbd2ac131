@NullMarked
package org.salon.registration;

import org.jspecify.annotations.NullMarked;
