/** Posts of the salon into the club's chats and to webhooks; never personal data. */
@NullMarked
package org.salon.notification.channel;

import org.jspecify.annotations.NullMarked;
