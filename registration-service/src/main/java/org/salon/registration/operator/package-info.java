/** The operator's console and who may enter it. */
@NullMarked
package org.salon.registration.operator;

import org.jspecify.annotations.NullMarked;
