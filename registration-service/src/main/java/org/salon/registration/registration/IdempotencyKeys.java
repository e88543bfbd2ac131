package org.salon.registration.registration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

import org.salon.registration.input.Refused;

/** Answers given to requests with an {@code Idempotency-Key}, for a day. */
@Repository
class IdempotencyKeys {

	private static final Duration KEPT = Duration.ofDays(1);

	private final JdbcClient jdbc;

	private final Clock clock;

	IdempotencyKeys(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Claims a key in the present transaction; another with the same key waits until it
	 * ends.
	 * @return the answer that was given, if the key is known with the same request
	 * @throws Refused if it is known with another request
	 */
	Optional<String> claim(int salonNumber, String key, Applicant request, Instant now) {
		byte[] digest = digest(request);
		int claimed = this.jdbc.sql("""
				insert into idempotency_key (salon_number, key, digest, created_at) values (?, ?, ?, ?)
				on conflict do nothing""")
			.params(salonNumber, hidden(key), digest, now.atOffset(ZoneOffset.UTC))
			.update();
		if (claimed == 1) {
			return Optional.empty();
		}
		Answered answered = this.jdbc
			.sql("select digest, response from idempotency_key where salon_number = ? and key = ?")
			.params(salonNumber, hidden(key))
			.query((row, index) -> new Answered(row.getBytes("digest"), row.getString("response")))
			.single();
		if (!MessageDigest.isEqual(digest, answered.digest())) {
			throw new Refused(Refused.Reason.UNPROCESSABLE, "refused.keyReused");
		}
		return Optional.ofNullable(answered.response());
	}

	void answered(int salonNumber, String key, String response) {
		this.jdbc.sql("update idempotency_key set response = ? where salon_number = ? and key = ?")
			.params(response, salonNumber, hidden(key))
			.update();
	}

	@Scheduled(fixedDelayString = "PT1H")
	void forgetOld() {
		this.jdbc.sql("delete from idempotency_key where created_at < ?")
			.param(this.clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
			.update();
	}

	private static byte[] digest(Applicant request) {
		// Lengths first, so that no two requests run together into the same text.
		StringBuilder text = new StringBuilder();
		append(text, request.name());
		append(text, request.email().key());
		append(text, request.remarks().affiliation());
		append(text, request.remarks().note());
		append(text, request.locale());
		new TreeMap<>(request.remarks().answers()).forEach((question, answer) -> {
			append(text, question);
			append(text, Integer.toString(answer.size()));
			answer.forEach((part) -> append(text, part));
		});
		return sha256(text.toString());
	}

	/** Programs choose their keys, and some choose the person's address. */
	private static String hidden(String key) {
		return HexFormat.of().formatHex(sha256(key));
	}

	private static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every JDK has SHA-256", ex);
		}
	}

	private static void append(StringBuilder text, @Nullable String part) {
		text.append((part != null) ? part.length() : -1).append(':').append(part);
	}

	private record Answered(byte[] digest, @Nullable String response) {
	}

}
