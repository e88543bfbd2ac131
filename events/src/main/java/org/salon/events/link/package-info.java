/** The signed links that mails carry. */
@NullMarked
package org.salon.events.link;

import org.jspecify.annotations.NullMarked;
