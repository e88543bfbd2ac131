/** Mails that came back, complaints about mails, and the mailboxes they come to. */
@NullMarked
package org.salon.notification.bounce;

import org.jspecify.annotations.NullMarked;
