/**
 * Reads an invitation, as an organiser writes it in Markdown, into the coming salon and
 * the past ones that it lists.
 *
 * <p>
 * The package is pure domain: it opens no connection, fetches no picture and asks no
 * clock. {@link org.salon.registration.invitation.InvitationParser} is the way in.
 */
@NullMarked
package org.salon.registration.invitation;

import org.jspecify.annotations.NullMarked;
