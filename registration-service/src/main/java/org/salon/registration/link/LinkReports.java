package org.salon.registration.link;

import java.time.Clock;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.salon.events.salon.DeadLink;
import org.salon.events.salon.LinksChecked;
import org.salon.messaging.outbox.Outbox;

/** Tells the other services which links of a salon are dead, whenever that changes. */
@Component
class LinkReports {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final TypeReference<List<DeadLink>> DEAD_LINKS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final Links links;

	private final Outbox outbox;

	private final Clock clock;

	LinkReports(JdbcClient jdbc, Links links, Outbox outbox, Clock clock) {
		this.jdbc = jdbc;
		this.links = links;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** Publishes what is new of these salons, in the present transaction. */
	void publish(Collection<Integer> salons) {
		// In order, so that two that publish several do not wait for each other for ever.
		salons.stream().sorted().forEach(this::publish);
	}

	/** Publishes all that has changed without a check: a dead link was replaced. */
	void publishAll() {
		publish(this.jdbc.sql("""
				select salon_number from link_report where dead <> '[]'
				union select salon_number from link_use join link_address on id = address_id and state = 'DEAD'""")
			.query(Integer.class)
			.list());
	}

	private void publish(int salon) {
		if (this.links.dead(salon).isEmpty() && !isReported(salon)) {
			return;
		}
		this.jdbc
			.sql("insert into link_report (salon_number, version, dead) values (?, 0, '[]') on conflict do nothing")
			.param(salon)
			.update();
		Report before = this.jdbc.sql("select version, dead from link_report where salon_number = ? for update")
			.param(salon)
			.query((row, index) -> new Report(row.getLong("version"),
					JSON.readValue(row.getString("dead"), DEAD_LINKS)))
			.single();
		// Only now: whoever held the row before may have changed what is dead.
		List<DeadLink> dead = this.links.dead(salon);
		if (!dead.equals(before.dead())) {
			long version = before.version() + 1;
			this.jdbc.sql("update link_report set version = ?, dead = ?::jsonb where salon_number = ?")
				.params(version, JSON.writeValueAsString(dead), salon)
				.update();
			this.outbox.append(new LinksChecked(salon, dead, this.clock.instant()), version);
		}
	}

	private boolean isReported(int salon) {
		return this.jdbc.sql("select exists (select from link_report where salon_number = ?)")
			.param(salon)
			.query(Boolean.class)
			.single();
	}

	private record Report(long version, List<DeadLink> dead) {
	}

}
