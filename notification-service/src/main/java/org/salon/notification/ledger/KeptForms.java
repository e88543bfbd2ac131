package org.salon.notification.ledger;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The forms of the messages that are under way. A form says its second, and so is of use
 * for no longer than its messages are held.
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

	/** Forgets those that no message needs any more, nor one that is about to start. */
	void forgetUnused() {
		this.jdbc.sql("""
				DELETE FROM mail_form WHERE stored_at < clock_timestamp() - interval '15 minutes'
					AND NOT EXISTS (SELECT 1 FROM delivery_message m WHERE m.form_id = mail_form.id)
				""").update();
	}

}
