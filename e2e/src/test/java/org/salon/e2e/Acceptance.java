package org.salon.e2e;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail that the mail server took, as its log has it.
 *
 * @param door by which it came: each sender has one of its own
 * @param digest of all its bytes
 */
record Acceptance(Instant at, String door, String messageId, String recipient, String digest) {

	private static final Pattern DELIVERY = Pattern.compile("^<([0-9a-f-]{36})\\.");

	/** Which row of the ledger it is the mail of. */
	Optional<UUID> delivery() {
		Matcher matcher = DELIVERY.matcher(this.messageId);
		return matcher.find() ? Optional.of(UUID.fromString(matcher.group(1))) : Optional.empty();
	}

	String line() {
		return String.join("\t", this.at.toString(), this.door, this.messageId, this.recipient, this.digest) + "\n";
	}

	static Acceptance of(String line) {
		List<String> parts = List.of(line.split("\t", -1));
		return new Acceptance(Instant.parse(parts.get(0)), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
	}

}
