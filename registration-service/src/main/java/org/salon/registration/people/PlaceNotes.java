package org.salon.registration.people;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What operators note of somebody at a salon. */
@Repository
class PlaceNotes {

	private final JdbcClient jdbc;

	private final Clock clock;

	PlaceNotes(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The note; an empty one before the first. */
	PlaceNote of(UUID registrationId) {
		return this.jdbc.sql("select version, text from place_note where registration_id = ?")
			.param(registrationId)
			.query((row, number) -> new PlaceNote(row.getLong("version"), row.getString("text")))
			.optional()
			.orElse(PlaceNote.NONE);
	}

	/**
	 * Writes it, unless someone else did so since it was read.
	 * @param read the version that was read
	 * @return whether it is written; what is there if it is the same, too
	 */
	boolean write(UUID registrationId, long read, String text) {
		Optional<Long> written = this.jdbc.sql("""
				insert into place_note (registration_id, version, text, written_at)
				select :id, 1, :text, :now where :read = 0
				on conflict (registration_id) do nothing returning version""")
			.param("id", registrationId)
			.param("text", text)
			.param("read", read)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.optional()
			.or(() -> rewrite(registrationId, read, text));
		return written.isPresent() || of(registrationId).text().equals(text);
	}

	private Optional<Long> rewrite(UUID registrationId, long read, String text) {
		return this.jdbc.sql("""
				update place_note set version = version + 1, text = :text, written_at = :now
				where registration_id = :id and version = :read returning version""")
			.param("id", registrationId)
			.param("text", text)
			.param("read", read)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.optional();
	}

	/**
	 * A note.
	 *
	 * @param version 0 before the first
	 */
	public record PlaceNote(long version, String text) {

		static final PlaceNote NONE = new PlaceNote(0, "");

	}

}
