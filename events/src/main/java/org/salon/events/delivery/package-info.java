/** What became of a message. */
@NullMarked
package org.salon.events.delivery;

import org.jspecify.annotations.NullMarked;
