/** What the mails say, and how they are put together. */
@NullMarked
package org.salon.notification.mail;

import org.jspecify.annotations.NullMarked;
