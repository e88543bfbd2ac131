package org.salon.notification.reply;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Answers as calendar programs send them. */
public final class SampleReplies {

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private SampleReplies() {
	}

	public static byte[] declined(String uid, String person, int sequence, Instant at) {
		return mail(person, calendar(uid, person, "DECLINED", sequence, at));
	}

	public static byte[] answered(String uid, String person, String answer, int sequence, Instant at) {
		return mail(person, calendar(uid, person, answer, sequence, at));
	}

	static String calendar(String uid, String attendee, String answer, int sequence, Instant at) {
		return """
				BEGIN:VCALENDAR
				PRODID:-//Example//Calendar 1.0//EN
				VERSION:2.0
				CALSCALE:GREGORIAN
				METHOD:REPLY
				BEGIN:VEVENT
				DTSTART:20260607T113000Z
				DTEND:20260607T133000Z
				DTSTAMP:%s
				ORGANIZER;CN=Salon:mailto:salon@example.org
				UID:%s
				ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=%s;CN="Li, Lei";X-NUM-GUESTS=0:mailto:%s
				CREATED:20260601T080000Z
				DESCRIPTION:
				LAST-MODIFIED:20260602T080000Z
				SEQUENCE:%d
				STATUS:CONFIRMED
				SUMMARY:Non-IID 数据集
				TRANSP:OPAQUE
				END:VEVENT
				END:VCALENDAR
				""".formatted(STAMP.format(at), uid, answer, attendee, sequence);
	}

	static byte[] mail(String from, String calendar) {
		return mail(from, "text/calendar; charset=\"UTF-8\"; method=REPLY", calendar);
	}

	static byte[] mail(String from, String type, String calendar) {
		return bytes("""
				From: "Li, Lei" <%s>
				To: Salon <salon@example.org>
				Subject: Declined: Salon 44
				MIME-Version: 1.0
				Content-Type: multipart/alternative; boundary="b"

				--b
				Content-Type: text/plain; charset="UTF-8"

				Li Lei has declined this invitation.

				--b
				Content-Type: %s

				%s
				--b--
				""".formatted(from, type, calendar));
	}

	static byte[] bytes(String mail) {
		return mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
	}

}
