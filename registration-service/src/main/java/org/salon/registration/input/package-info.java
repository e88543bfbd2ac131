/** What comes from outside, checked, and how a refusal is said. */
@NullMarked
package org.salon.registration.input;

import org.jspecify.annotations.NullMarked;
