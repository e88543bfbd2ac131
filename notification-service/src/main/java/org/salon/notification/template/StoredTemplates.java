package org.salon.notification.template;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.salon.notification.database.Columns;
import org.salon.notification.mail.InvalidWords;
import org.salon.notification.mail.OwnWords;
import org.salon.notification.mail.OwnWordsSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps the operator's own words. Mails read them from memory, which follows the database
 * within {@link #FRESH}, on every instance.
 */
@Repository
public class StoredTemplates implements OwnWordsSource {

	private static final Logger log = LoggerFactory.getLogger(StoredTemplates.class);

	static final Duration FRESH = Duration.ofSeconds(2);

	private final JdbcClient jdbc;

	private final Clock clock;

	private volatile Snapshot snapshot = new Snapshot(Map.of(), Instant.MIN);

	StoredTemplates(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** All of them, by occasion and language. */
	public List<StoredTemplate> all() {
		return this.jdbc
			.sql("SELECT occasion, language, subject, body, saved_at FROM mail_template ORDER BY occasion, language")
			.query((row, number) -> new StoredTemplate(row.getString("occasion"),
					Locale.forLanguageTag(row.getString("language")), row.getString("subject"), row.getString("body"),
					row.getTimestamp("saved_at").toInstant()))
			.list();
	}

	/**
	 * Keeps the words; mails say them from now on.
	 * @throws InvalidWords if they cannot be said; nothing is changed then
	 */
	public void save(String occasion, Locale language, String subject, String body) {
		OwnWords.compile(subject, body);
		this.jdbc.sql("""
				INSERT INTO mail_template (occasion, language, subject, body, saved_at) VALUES (?, ?, ?, ?, ?)
				ON CONFLICT (occasion, language)
					DO UPDATE SET subject = excluded.subject, body = excluded.body, saved_at = excluded.saved_at
				""")
			.params(occasion, language.toLanguageTag(), subject, body, Columns.timestamp(this.clock.instant()))
			.update();
		load();
	}

	/** Goes back to the built-in words, if others were kept. */
	public void remove(String occasion, Locale language) {
		this.jdbc.sql("DELETE FROM mail_template WHERE occasion = ? AND language = ?")
			.params(occasion, language.toLanguageTag())
			.update();
		load();
	}

	@Override
	public Optional<OwnWords> find(String occasion, Locale language) {
		if (!this.clock.instant().isBefore(this.snapshot.until())) {
			try {
				load();
			}
			catch (DataAccessException ex) {
				// What was known is better than nothing; who sends will see that it is
				// away.
				log.debug("Own words cannot be read now", ex);
			}
		}
		return Optional.ofNullable(this.snapshot.words().get(new Key(occasion, language)));
	}

	private synchronized void load() {
		Map<Key, OwnWords> words = new HashMap<>();
		for (StoredTemplate stored : all()) {
			try {
				words.put(new Key(stored.occasion(), stored.language()),
						OwnWords.compile(stored.subject(), stored.body()));
			}
			catch (InvalidWords ex) {
				// Kept by an older version that knew more: the built-in words are said.
				log.warn("The own words for {} in {} cannot be used: {}", stored.occasion(), stored.language(),
						ex.getMessage());
			}
		}
		this.snapshot = new Snapshot(Map.copyOf(words), this.clock.instant().plus(FRESH));
	}

	private record Key(String occasion, Locale language) {
	}

	private record Snapshot(Map<Key, OwnWords> words, Instant until) {
	}

}
