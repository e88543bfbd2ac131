/** Who may call what. */
@NullMarked
package org.salon.notification.security;

import org.jspecify.annotations.NullMarked;
