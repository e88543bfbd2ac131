package org.salon.registration.people;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The last row of a page, after which the next one goes on. As text it is nothing but
 * what the page showed; one that cannot be read is the beginning.
 *
 * @param key by which rows are sorted
 * @param id that parts those with the same key
 */
record Cursor(String key, UUID id) {

	static @Nullable Cursor read(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		try {
			String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
			return new Cursor(plain.substring(36), UUID.fromString(plain.substring(0, 36)));
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
			return null;
		}
	}

	/** The same where the key is a moment. */
	static @Nullable Cursor readMoment(@Nullable String text) {
		Cursor cursor = read(text);
		try {
			return (cursor != null && Instant.parse(cursor.key()).isAfter(Instant.EPOCH)) ? cursor : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	String text() {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((this.id + this.key).getBytes(StandardCharsets.UTF_8));
	}

}
