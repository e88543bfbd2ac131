/** Whether the sender's domain says that our mails are its own. */
@NullMarked
package org.salon.notification.sendercheck;

import org.jspecify.annotations.NullMarked;
