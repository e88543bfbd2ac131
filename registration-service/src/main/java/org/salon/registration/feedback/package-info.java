/** What people say of a salon afterwards, and what the operator sees of it. */
@NullMarked
package org.salon.registration.feedback;

import org.jspecify.annotations.NullMarked;
