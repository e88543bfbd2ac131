package org.salon.notification.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.salon.notification.database.Columns;
import org.salon.notification.plan.Audience;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The messages that were sent, with their words. They have nothing of a person. */
@Repository
class Messages {

	private final JdbcClient jdbc;

	Messages(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Until the transaction ends, nobody else has one of that id.
	 * @return whether there was none
	 */
	boolean begin(Message message) {
		boolean fresh = this.jdbc.sql("""
				INSERT INTO salon_message (id, salon_number, audience, written_at, written_by, due_at, recipients)
				VALUES (:id, :salon, CAST(:audience AS text[]), :at, :by, :due, 0)
				ON CONFLICT (id) DO NOTHING
				""")
			.param("id", message.id())
			.param("salon", message.salon())
			.param("audience", message.audience().stream().map(Audience::name).toArray(String[]::new))
			.param("at", Columns.timestamp(message.writtenAt()))
			.param("by", message.writtenBy())
			.param("due", Columns.timestamp(message.dueAt()))
			.update() == 1;
		if (fresh) {
			message.words()
				.forEach((words) -> this.jdbc
					.sql("INSERT INTO salon_message_words (message_id, language, subject, body) VALUES (?, ?, ?, ?)")
					.params(message.id(), words.language(), words.subject(), words.body())
					.update());
		}
		return fresh;
	}

	void planned(UUID id, int recipients) {
		this.jdbc.sql("UPDATE salon_message SET recipients = ? WHERE id = ?").params(recipients, id).update();
	}

	/** Locks it; whether it was not undone before. */
	boolean undo(UUID id, Instant at, String by) {
		return this.jdbc.sql("UPDATE salon_message SET undone_at = ?, undone_by = ? WHERE id = ? AND undone_at IS NULL")
			.params(Columns.timestamp(at), by, id)
			.update() == 1;
	}

	Optional<Message> find(UUID id) {
		return this.jdbc.sql("SELECT * FROM salon_message WHERE id = ?")
			.param(id)
			.query((row, index) -> message(row, words(id)))
			.optional();
	}

	/**
	 * The latest first.
	 * @param before only those written before that one
	 */
	List<Message> latest(@Nullable UUID before, @Nullable Integer salon, int size) {
		return this.jdbc.sql("""
				SELECT * FROM salon_message m
				WHERE (CAST(:salon AS integer) IS NULL OR salon_number = :salon)
					AND (CAST(:before AS uuid) IS NULL OR (written_at, id) < (SELECT b.written_at, b.id
						FROM salon_message b WHERE b.id = CAST(:before AS uuid)))
				ORDER BY written_at DESC, id DESC LIMIT :size
				""")
			.param("salon", salon, Types.INTEGER)
			.param("before", before, Types.OTHER)
			.param("size", size)
			.query((row, index) -> message(row, words(Columns.uuid(row, "id"))))
			.list();
	}

	private List<MessageWords> words(UUID id) {
		return this.jdbc
			.sql("SELECT language, subject, body FROM salon_message_words WHERE message_id = ? ORDER BY language")
			.param(id)
			.query((row, index) -> new MessageWords(row.getString("language"), row.getString("subject"),
					row.getString("body")))
			.list();
	}

	private static Message message(ResultSet row, List<MessageWords> words) throws SQLException {
		Set<Audience> audience = Arrays.stream((String[]) row.getArray("audience").getArray())
			.map(Audience::valueOf)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Audience.class)));
		return new Message(Columns.uuid(row, "id"), row.getInt("salon_number"), audience, words,
				Columns.instant(row, "written_at"), row.getString("written_by"), Columns.instant(row, "due_at"),
				row.getInt("recipients"), Columns.nullableInstant(row, "undone_at"), row.getString("undone_by"));
	}

}
