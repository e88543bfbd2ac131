/** What people's calendars answer to the invitations in our mails. */
@NullMarked
package org.salon.notification.reply;

import org.jspecify.annotations.NullMarked;
