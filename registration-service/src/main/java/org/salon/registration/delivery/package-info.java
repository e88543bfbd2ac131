/** What became of the mails, as the notification service tells it. */
@NullMarked
package org.salon.registration.delivery;

import org.jspecify.annotations.NullMarked;
