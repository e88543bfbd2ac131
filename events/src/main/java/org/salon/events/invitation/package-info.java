/** What people's calendars answer to invitations. */
@NullMarked
package org.salon.events.invitation;

import org.jspecify.annotations.NullMarked;
