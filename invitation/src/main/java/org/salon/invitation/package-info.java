/**
 * The form in which a club writes its salons in Markdown: an invitation with the coming
 * salon and the table of the past ones, read and written.
 *
 * <p>
 * A language, as the events are one: it knows neither web nor broker nor database, opens
 * no connection, fetches no picture and asks no clock.
 * {@link org.salon.invitation.InvitationParser} reads,
 * {@link org.salon.invitation.ArchiveTable} writes the table of past salons.
 */
@NullMarked
package org.salon.invitation;

import org.jspecify.annotations.NullMarked;
