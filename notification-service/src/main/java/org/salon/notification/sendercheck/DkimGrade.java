package org.salon.notification.sendercheck;

import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.salon.notification.dkim.Dkim;
import org.salon.notification.sendercheck.Finding.Grade;
import org.salon.notification.sendercheck.Finding.Subject;

/** Judges whether a domain publishes the key that mails are signed with. */
final class DkimGrade {

	private static final int ENOUGH_BITS = 2048;

	private DkimGrade() {
	}

	/** Where the key has to be published. */
	static String name(Dkim.Identity identity) {
		return identity.selector() + "._domainkey." + identity.domain();
	}

	static Finding of(String senderDomain, Dkim.Identity identity, List<String> texts) {
		String name = name(identity);
		String key = Base64.getEncoder().encodeToString(identity.publicKey().getEncoded());
		String record = "v=DKIM1; k=rsa; p=" + key;
		if (texts.isEmpty()) {
			return finding(Grade.FAIL, "dkim.none", name).publish(name, record);
		}
		if (texts.size() > 1) {
			return finding(Grade.FAIL, "dkim.several", name).publish(name, record);
		}
		Map<String, String> tags = tags(texts.getFirst());
		if (!key.equals(tags.get("p")) || !tags.getOrDefault("k", "rsa").equals("rsa")
				|| !tags.getOrDefault("v", "DKIM1").equals("DKIM1")) {
			return finding(Grade.FAIL, "dkim.other", name).publish(name, record);
		}
		if (List.of(tags.getOrDefault("t", "").split(":")).contains("y")) {
			return finding(Grade.WARN, "dkim.testing", name).publish(name, record);
		}
		if (!covers(identity.domain(), senderDomain)) {
			return Finding.of(Subject.DKIM, Grade.WARN, "dkim.unaligned", identity.domain(), senderDomain);
		}
		if (identity.publicKey() instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < ENOUGH_BITS) {
			return finding(Grade.WARN, "dkim.short", name);
		}
		return finding(Grade.OK, "dkim.ok", name);
	}

	/** Receivers want the domain that signs to be the sender's, or one above it. */
	private static boolean covers(String signing, String sender) {
		return sender.equals(signing) || sender.endsWith("." + signing);
	}

	static Map<String, String> tags(String record) {
		Map<String, String> tags = new LinkedHashMap<>();
		for (String tag : record.split(";")) {
			int equals = tag.indexOf('=');
			if (equals > 0) {
				tags.putIfAbsent(tag.substring(0, equals).strip().toLowerCase(Locale.ROOT),
						tag.substring(equals + 1).replaceAll("\\s+", ""));
			}
		}
		return tags;
	}

	private static Finding finding(Grade grade, String words, String name) {
		return Finding.of(Subject.DKIM, grade, words, name);
	}

}
