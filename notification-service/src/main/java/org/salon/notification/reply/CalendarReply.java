package org.salon.notification.reply;

import java.time.Instant;

/**
 * An answer of somebody's calendar (RFC 5546, {@code METHOD:REPLY}), as it says itself.
 *
 * @param from the address that the mail says it comes from
 * @param uid of the entry that is answered
 * @param attendee the address of who answers
 * @param answer {@code PARTSTAT}
 * @param sequence of the invitation that is answered
 * @param stamp when it was answered
 */
record CalendarReply(String from, String uid, String attendee, String answer, int sequence, Instant stamp) {
}
