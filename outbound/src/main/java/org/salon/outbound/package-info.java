/** HTTP to addresses that others gave us, without becoming their way into our network. */
@NullMarked
package org.salon.outbound;

import org.jspecify.annotations.NullMarked;
