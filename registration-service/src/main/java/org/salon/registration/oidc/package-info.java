/** Logging in at the console with an OpenID provider, if one is set. */
@NullMarked
package org.salon.registration.oidc;

import org.jspecify.annotations.NullMarked;
