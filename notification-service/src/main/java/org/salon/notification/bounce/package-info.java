/** Mails that came back, and complaints about mails. */
@NullMarked
package org.salon.notification.bounce;

import org.jspecify.annotations.NullMarked;
