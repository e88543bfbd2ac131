package org.salon.registration.delivery;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.salon.events.delivery.DeliveryChanged;
import org.salon.events.delivery.DeliveryState;
import org.salon.messaging.inbox.ReceivedEvent;

/** The outcomes of mails, one row for each mail. */
@Repository
public class DeliveryOutcomes {

	private final JdbcClient jdbc;

	DeliveryOutcomes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What became of the mails about one salon, by the person they went to. */
	public Map<UUID, List<Outcome>> of(int salonNumber, Collection<UUID> members) {
		Map<UUID, List<Outcome>> outcomes = new HashMap<>();
		if (members.isEmpty()) {
			return outcomes;
		}
		this.jdbc.sql("""
				select member_id, kind, occurrence, outcome, reason, occurred_at from delivery_outcome
				where salon_number = :salon and member_id in (:members) order by occurred_at, delivery_id""")
			.param("salon", salonNumber)
			.param("members", members)
			.query((row) -> {
				outcomes.computeIfAbsent(row.getObject("member_id", UUID.class), (id) -> new ArrayList<>())
					.add(new Outcome(row.getString("kind"), row.getString("occurrence"), row.getString("outcome"),
							row.getString("reason"), row.getTimestamp("occurred_at").toInstant()));
			});
		return outcomes;
	}

	/** All messages to one person, the newest first. */
	public List<Mail> to(UUID memberId) {
		return this.jdbc.sql("""
				select registration_id, salon_number, kind, channel, occurrence, outcome, reason, due_at, occurred_at
				from delivery_outcome where member_id = ? order by occurred_at desc, delivery_id""")
			.param(memberId)
			.query((row, number) -> new Mail(row.getObject("registration_id", UUID.class), row.getInt("salon_number"),
					row.getString("kind"), row.getString("channel"), row.getString("occurrence"),
					row.getString("outcome"), row.getString("reason"), row.getTimestamp("due_at").toInstant(),
					row.getTimestamp("occurred_at").toInstant()))
			.list();
	}

	/** Forgets what went to a person. */
	public void erase(UUID memberId) {
		this.jdbc.sql("delete from delivery_outcome where member_id = ?").param(memberId).update();
	}

	void apply(ReceivedEvent event) {
		if (event.data() instanceof DeliveryChanged changed) {
			store(changed.delivery(), event.version());
		}
	}

	private void store(DeliveryState delivery, long version) {
		// An outcome may come after the person was erased, and must not bring them back.
		this.jdbc
			.sql("""
					insert into delivery_outcome (delivery_id, version, member_id, registration_id, salon_number, kind,
						channel, occurrence, outcome, reason, due_at, occurred_at)
					select :id, :version, :member, :registration::uuid, :salon, :kind, :channel, :occurrence, :outcome, :reason::text,
						:dueAt, :occurredAt
					where not exists (select 1 from member where id = :member and erased_at is not null)
					on conflict (delivery_id) do update set version = excluded.version, outcome = excluded.outcome,
						reason = excluded.reason, occurred_at = excluded.occurred_at
					where excluded.version > delivery_outcome.version""")
			.param("id", delivery.deliveryId())
			.param("version", version)
			.param("member", delivery.memberId())
			.param("registration", delivery.registrationId())
			.param("salon", delivery.salonNumber())
			.param("kind", delivery.kind().name())
			.param("channel", delivery.channel())
			.param("occurrence", delivery.occurrence())
			.param("outcome", delivery.outcome().name())
			.param("reason", delivery.reason())
			.param("dueAt", delivery.dueAt().atOffset(ZoneOffset.UTC))
			.param("occurredAt", delivery.occurredAt().atOffset(ZoneOffset.UTC))
			.update();
	}

}
