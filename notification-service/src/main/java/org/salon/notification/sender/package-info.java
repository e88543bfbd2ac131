/** Takes what is due from the ledger and hands it to the mail server. */
@NullMarked
package org.salon.notification.sender;

import org.jspecify.annotations.NullMarked;
