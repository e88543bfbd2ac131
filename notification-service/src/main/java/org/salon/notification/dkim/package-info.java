/** Mails are signed, so that others can tell that they come from the sender's domain. */
@NullMarked
package org.salon.notification.dkim;

import org.jspecify.annotations.NullMarked;
