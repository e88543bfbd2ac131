package org.salon.notification.bounce;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Reports as mail servers and providers send them. */
public final class SampleReports {

	private SampleReports() {
	}

	public static String messageId(UUID delivery) {
		return "<" + delivery + ".delivery@example.org>";
	}

	/** What Postfix sends when a mail cannot be delivered. */
	public static byte[] bounce(UUID delivery, String status, String diagnostic) {
		return bytes(notification("failed", status, diagnostic, """
				Content-Type: text/rfc822-headers

				Date: Sun, 7 Jun 2026 10:00:00 +0000
				Message-ID: %s
				Subject: Salon
				""".formatted(messageId(delivery))));
	}

	/** What it sends when one is only late. */
	public static byte[] delayed(UUID delivery) {
		return bytes(notification("delayed", "4.4.1", "451 4.4.1 connection timed out", """
				Content-Type: text/rfc822-headers

				Message-ID: %s
				""".formatted(messageId(delivery))));
	}

	static String notification(String action, String status, String diagnostic, String original) {
		return """
				Return-Path: <>
				From: MAILER-DAEMON@mx.example.net (Mail Delivery System)
				To: salon@example.org
				Subject: Undelivered Mail Returned to Sender
				Auto-Submitted: auto-replied
				MIME-Version: 1.0
				Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

				--b1
				Content-Type: text/plain; charset=us-ascii

				I'm sorry to have to inform you that your message could not be delivered.

				--b1
				Content-Description: Delivery report
				Content-Type: message/delivery-status

				Reporting-MTA: dns; mx.example.net
				X-Postfix-Queue-ID: 4XyZ

				Final-Recipient: rfc822; somebody@example.net
				Original-Recipient: rfc822;somebody@example.net
				Action: %s
				Status: %s
				Remote-MTA: dns; mail.example.net
				Diagnostic-Code: smtp; %s

				--b1
				%s
				--b1--
				""".formatted(action, status, diagnostic, original);
	}

	/** What a provider sends when a reader presses the button for unwanted mail. */
	public static byte[] complaint(UUID delivery) {
		return bytes(feedback(delivery, "abuse"));
	}

	static String feedback(UUID delivery, String type) {
		return """
				From: <complaints@example.net>
				To: <salon@example.org>
				Subject: FW: Salon
				MIME-Version: 1.0
				Content-Type: multipart/report; report-type=feedback-report; boundary="b2"

				--b2
				Content-Type: text/plain

				This is an email abuse report.

				--b2
				Content-Type: message/feedback-report

				Feedback-Type: %s
				User-Agent: SomeGenerator/1.0
				Version: 1

				--b2
				Content-Type: message/rfc822
				Content-Disposition: inline

				From: <salon@example.org>
				Message-ID: %s
				Subject: Salon

				Hello.
				--b2--
				""".formatted(type, messageId(delivery));
	}

	/** An answer that somebody's program sends while they are away. */
	public static byte[] vacation() {
		return bytes("""
				From: somebody@example.net
				To: salon@example.org
				Subject: Out of office
				Auto-Submitted: auto-replied
				MIME-Version: 1.0
				Content-Type: text/plain; charset=utf-8

				I am away.
				""");
	}

	static byte[] bytes(String mail) {
		return mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
	}

}
