/** The connection to the mail server, and what its answers mean. */
@NullMarked
package org.salon.notification.smtp;

import org.jspecify.annotations.NullMarked;
