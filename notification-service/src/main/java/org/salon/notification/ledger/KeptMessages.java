package org.salon.notification.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.salon.notification.database.Columns;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The messages as they were handed over, from the moment before: a crash until it is
 * known whether the mail server has them repeats the very same. Those that it has, or
 * refused, stay for an operator to look at, for some weeks.
 */
@Repository
class KeptMessages {

	private final JdbcClient jdbc;

	KeptMessages(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps the messages of these; of those that are repeated as they were, the first.
	 */
	void keep(Collection<Draft> drafts) {
		List<Draft> fresh = drafts.stream().filter((draft) -> draft.frozen() != null).toList();
		if (fresh.isEmpty()) {
			return;
		}
		this.jdbc.sql("""
				INSERT INTO delivery_message (delivery_id, form_id, content)
				SELECT * FROM unnest(CAST(? AS uuid[]), CAST(? AS uuid[]), CAST(? AS bytea[]))
				ON CONFLICT (delivery_id) DO UPDATE SET form_id = excluded.form_id, content = excluded.content,
					kept_at = excluded.kept_at
				""")
			.params(Columns.array(fresh.stream().map((draft) -> draft.lease().deliveryId()).toList()),
					fresh.stream().map(KeptMessages::form).toArray(String[]::new),
					fresh.stream().map((draft) -> frozen(draft).content()).toArray(byte[][]::new))
			.update();
	}

	/** None, if it was not handed over yet, or is kept no longer. */
	Optional<Frozen> find(UUID deliveryId) {
		return this.jdbc.sql("""
				SELECT m.content, m.form_id, f.content AS form
				FROM delivery_message m LEFT JOIN mail_form f ON f.id = m.form_id
				WHERE m.delivery_id = ? AND (m.form_id IS NULL OR f.id IS NOT NULL)
				""").param(deliveryId).query((row, index) -> {
			UUID form = Columns.nullableUuid(row, "form_id");
			return new Frozen((form != null) ? new Frozen.Form(form, row.getBytes("form")) : null,
					row.getBytes("content"));
		}).optional();
	}

	boolean kept(UUID deliveryId) {
		return this.jdbc.sql("SELECT EXISTS (SELECT 1 FROM delivery_message WHERE delivery_id = ?)")
			.param(deliveryId)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Forgets those of messages that were not handed over, or name more than their
	 * reader.
	 */
	void settled(Collection<Outcome> outcomes) {
		forget(outcomes.stream()
			.filter((outcome) -> outcome.kind().toOrganiser()
					|| (outcome.state() != LedgerState.SENT && outcome.state() != LedgerState.FAILED))
			.map(Outcome::deliveryId)
			.toList());
	}

	/**
	 * Forgets some of those that were kept before that moment, of what is settled.
	 * @return how many
	 */
	int forgetOlder(Instant keptBefore, int limit) {
		return this.jdbc.sql("""
				DELETE FROM delivery_message WHERE delivery_id = ANY (ARRAY(
					SELECT m.delivery_id FROM delivery_message m LEFT JOIN delivery d ON d.id = m.delivery_id
					WHERE m.kept_at < ? AND d.open IS NOT TRUE ORDER BY m.kept_at LIMIT ?))
				""").params(Columns.timestamp(keptBefore), limit).update();
	}

	/** Forgets those that nobody needs. */
	void forget(Collection<UUID> deliveries) {
		if (!deliveries.isEmpty()) {
			this.jdbc.sql("DELETE FROM delivery_message WHERE delivery_id = ANY (CAST(? AS uuid[]))")
				.param(Columns.array(deliveries))
				.update();
		}
	}

	/** Forgets those to this person, that nobody will repeat any more. */
	void forgetTo(UUID memberId) {
		this.jdbc.sql("""
				DELETE FROM delivery_message
				WHERE delivery_id = ANY (ARRAY(SELECT id FROM delivery WHERE member_id = ?))
				""").param(memberId).update();
	}

	/**
	 * Forgets the digests, each of which may name anybody. Their rows are locked first:
	 * whoever settles one has it locked when it forgets the message.
	 */
	void forgetDigests() {
		this.jdbc.sql("""
				DELETE FROM delivery_message
				WHERE delivery_id = ANY (ARRAY(SELECT d.id FROM delivery d
					WHERE d.kind = 'ORGANISER_DIGEST' AND %s ORDER BY d.id FOR UPDATE))
				""".formatted(DueRows.OPEN)).update();
	}

	private static Frozen frozen(Draft draft) {
		return Objects.requireNonNull(draft.frozen(), "frozen");
	}

	private static @Nullable String form(Draft draft) {
		Frozen.Form form = frozen(draft).form();
		return (form != null) ? form.id().toString() : null;
	}

}
