package org.salon.notification.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.salon.notification.database.Columns;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The forms of the messages that are kept. A form says its second, and so is of use for
 * no longer than the messages of that second.
 */
@Repository
class KeptForms {

	private static final int REMEMBERED = 1_000;

	private final Set<UUID> kept = ConcurrentHashMap.newKeySet();

	private final JdbcClient jdbc;

	KeptForms(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps the forms of these. In a transaction of its own, before that in which they
	 * are started: two that keep the same form wait for each other, and whoever waits
	 * with the locks of a start could be waited for.
	 */
	void keep(Collection<Draft> drafts) {
		Map<UUID, byte[]> fresh = new LinkedHashMap<>();
		for (Draft draft : drafts) {
			Frozen.Form form = (draft.frozen() != null) ? draft.frozen().form() : null;
			if (form != null && !this.kept.contains(form.id())) {
				fresh.put(form.id(), form.content());
			}
		}
		if (fresh.isEmpty()) {
			return;
		}
		this.jdbc.sql("""
				INSERT INTO mail_form (id, content)
				SELECT * FROM unnest(CAST(? AS uuid[]), CAST(? AS bytea[])) AS f (id, content) ORDER BY id
				ON CONFLICT (id) DO NOTHING
				""")
			.params(fresh.keySet().stream().map(UUID::toString).toArray(String[]::new),
					fresh.values().toArray(byte[][]::new))
			.update();
		if (this.kept.size() > REMEMBERED) {
			this.kept.clear();
		}
		this.kept.addAll(fresh.keySet());
	}

	/**
	 * Forgets those of messages that were kept before that moment and are gone.
	 * @param inUse for so long, at most, messages are kept with a form after its first
	 */
	void forgetOlder(Instant keptBefore, Duration inUse) {
		this.jdbc.sql("""
				DELETE FROM mail_form f WHERE f.stored_at < :storedBefore
					AND f.id NOT IN (SELECT m.form_id FROM delivery_message m
						WHERE m.kept_at < :keptBefore AND m.form_id IS NOT NULL)
				""")
			.param("storedBefore", Columns.timestamp(keptBefore.minus(inUse)))
			.param("keptBefore", Columns.timestamp(keptBefore))
			.update();
	}

}
