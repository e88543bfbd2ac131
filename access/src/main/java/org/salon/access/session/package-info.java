/**
 * One sign-on over all services: who logged in at the console is known by a signed
 * cookie.
 */
@NullMarked
package org.salon.access.session;

import org.jspecify.annotations.NullMarked;
