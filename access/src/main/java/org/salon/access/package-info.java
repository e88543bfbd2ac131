/** Where a request comes from, how often it may, and the operator's login. */
@NullMarked
package org.salon.access;

import org.jspecify.annotations.NullMarked;
