package org.salon.registration.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.jspecify.annotations.Nullable;
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

	/** What went to one person counts as having gone to another: they are the same. */
	public void hand(UUID from, UUID to) {
		this.jdbc.sql("update delivery_outcome set member_id = ? where member_id = ?").params(to, from).update();
	}

	/** Forgets what went to a person. */
	public void erase(UUID memberId) {
		this.jdbc.sql("delete from delivery_outcome where member_id = ?").param(memberId).update();
	}

	/** Records outcomes, the last of each mail. */
	void apply(List<ReceivedEvent> events) {
		Map<UUID, Versioned> last = new LinkedHashMap<>();
		for (ReceivedEvent event : events) {
			if (event.data() instanceof DeliveryChanged changed) {
				last.put(changed.delivery().deliveryId(), new Versioned(changed.delivery(), event.version()));
			}
		}
		if (!last.isEmpty()) {
			// In one order everywhere: two listeners in a rebalance must not wait for
			// each
			// other.
			store(last.values().stream().sorted(Comparator.comparing((row) -> row.delivery().deliveryId())).toList());
		}
	}

	private void store(List<Versioned> rows) {
		// An outcome may come after the person was erased, and must not bring them back.
		this.jdbc
			.sql("""
					insert into delivery_outcome (delivery_id, version, member_id, registration_id, salon_number, kind,
						channel, occurrence, outcome, reason, due_at, occurred_at)
					select * from unnest(:ids::uuid[], :versions::bigint[], :members::uuid[], :registrations::uuid[],
						:salons::integer[], :kinds::text[], :channels::text[], :occurrences::text[], :outcomes::text[],
						:reasons::text[], :dueAts::timestamptz[], :occurredAts::timestamptz[]) as d (delivery_id, version, member_id)
					where not exists (select 1 from member where id = d.member_id and erased_at is not null)
					on conflict (delivery_id) do update set version = excluded.version, outcome = excluded.outcome,
						reason = excluded.reason, occurred_at = excluded.occurred_at
					where excluded.version > delivery_outcome.version""")
			.param("ids", column(rows, DeliveryState::deliveryId))
			.param("versions", rows.stream().map((row) -> Long.toString(row.version())).toArray(String[]::new))
			.param("members", column(rows, DeliveryState::memberId))
			.param("registrations", column(rows, DeliveryState::registrationId))
			.param("salons", column(rows, DeliveryState::salonNumber))
			.param("kinds", column(rows, DeliveryState::kind))
			.param("channels", column(rows, DeliveryState::channel))
			.param("occurrences", column(rows, DeliveryState::occurrence))
			.param("outcomes", column(rows, DeliveryState::outcome))
			.param("reasons", column(rows, DeliveryState::reason))
			.param("dueAts", column(rows, DeliveryState::dueAt))
			.param("occurredAts", column(rows, DeliveryState::occurredAt))
			.update();
	}

	private static @Nullable String[] column(List<Versioned> rows, Function<DeliveryState, @Nullable Object> column) {
		return rows.stream().map((row) -> {
			Object value = column.apply(row.delivery());
			return (value != null) ? value.toString() : null;
		}).toArray(String[]::new);
	}

	private record Versioned(DeliveryState delivery, long version) {
	}

}
