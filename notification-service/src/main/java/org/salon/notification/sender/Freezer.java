package org.salon.notification.sender;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.salon.notification.database.StoredJson;
import org.salon.notification.ledger.Frozen;
import org.salon.notification.mail.Mail;
import org.salon.notification.mail.form.Form;

/**
 * Keeps a mail as what is its own, beside the form that it shares with others: a few
 * hundred bytes, where the mail has fifteen thousand and is kept for a moment only.
 */
final class Freezer {

	private Freezer() {
	}

	/**
	 * The mail as it is to be kept.
	 * @param mime as it goes over the wire: the mail with its signature before it
	 */
	static Frozen freeze(Mail mail, byte[] mime) {
		int head = mime.length - mail.bytes().length;
		Own own = new Own(new String(mime, 0, head, StandardCharsets.US_ASCII), mail.values());
		return new Frozen(new Frozen.Form(mail.form().id(), mail.form().content()), StoredJson.bytes(own));
	}

	/** The very same mail as it went over the wire. */
	static byte[] thaw(Frozen frozen) {
		if (frozen.form() == null) {
			return frozen.content();
		}
		Own own = StoredJson.read(frozen.content(), Own.class);
		byte[] head = own.head().getBytes(StandardCharsets.US_ASCII);
		byte[] mail = Form.read(frozen.form().content()).fill(own.values());
		byte[] mime = new byte[head.length + mail.length];
		System.arraycopy(head, 0, mime, 0, head.length);
		System.arraycopy(mail, 0, mime, head.length, mail.length);
		return mime;
	}

	/**
	 * What is a mail's own.
	 *
	 * @param head what stands before the rest: the signature
	 */
	private record Own(String head, Map<String, String> values) {
	}

}
