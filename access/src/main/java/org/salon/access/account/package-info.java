/** Who may log in besides the built-in operator, and until when a session holds. */
@NullMarked
package org.salon.access.account;

import org.jspecify.annotations.NullMarked;
