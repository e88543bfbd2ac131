/** Who may enter the console. */
@NullMarked
package org.salon.events.operator;

import org.jspecify.annotations.NullMarked;
