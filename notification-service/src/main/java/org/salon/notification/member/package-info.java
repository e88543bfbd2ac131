/** This service's own copy of the people it writes to, and which mails they want. */
@NullMarked
package org.salon.notification.member;

import org.jspecify.annotations.NullMarked;
