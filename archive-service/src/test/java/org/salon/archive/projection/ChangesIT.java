package org.salon.archive.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.salon.archive.RunningArchive;
import org.salon.archive.SalonSamples;
import org.salon.events.DomainEvent;
import org.salon.events.salon.DeadLink;
import org.salon.events.salon.DeadLinkReason;
import org.salon.events.salon.LinksChecked;
import org.salon.events.salon.ReplayPublished;
import org.salon.events.salon.SalonCancelled;
import org.salon.events.salon.SalonRenumbered;
import org.salon.messaging.inbox.ReceivedEvent;

import static org.assertj.core.api.Assertions.assertThat;

@RunningArchive
class ChangesIT {

	private static final long ONE_BY_ONE = -1;

	private static final long TOGETHER = -2;

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	@Autowired
	private Projection projection;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private JdbcClient jdbc;

	@AfterEach
	void clear() {
		this.projection.deleteUnserved();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void leavesTheSameTogetherAsOneByOne(long seed) {
		Random random = new Random(seed);
		List<ReceivedEvent> history = history(random, 300);
		history.forEach((event) -> write(ONE_BY_ONE, List.of(event)));
		for (int from = 0; from < history.size();) {
			int to = Math.min(history.size(), from + 1 + random.nextInt(60));
			write(TOGETHER, history.subList(from, to));
			// Some come again, as after a rebalance.
			write(TOGETHER, history.subList(from, from + (to - from) / 2));
			from = to;
		}
		assertThat(rows(TOGETHER)).isEqualTo(rows(ONE_BY_ONE)).isNotEmpty();
	}

	private void write(long generation, List<ReceivedEvent> events) {
		GenerationWriter writer = new GenerationWriter(generation, this.projection,
				new TransactionTemplate(this.transactions));
		writer.accept(events);
		writer.flush();
	}

	private List<Map<String, Object>> rows(long generation) {
		List<Map<String, Object>> rows = new ArrayList<>();
		for (String table : List.of("salons", "link_marks", "corrections", "renumberings")) {
			this.jdbc
				.sql("select to_jsonb(row) - 'generation' as line from " + table
						+ " row where generation = ? order by 1")
				.param(generation)
				.query()
				.listOfRows()
				.forEach((row) -> rows.add(Map.of(table, row.get("line"))));
		}
		return rows;
	}

	private static List<ReceivedEvent> history(Random random, int events) {
		long[] versions = new long[6];
		List<ReceivedEvent> history = new ArrayList<>();
		for (int i = 0; i < events; i++) {
			int salon = random.nextInt(versions.length);
			long version = ++versions[salon];
			DomainEvent event = event(random, 9001 + salon, version);
			history.add(new ReceivedEvent(UUID.randomUUID(), event.subject(), event.key(), version,
					START.plusSeconds(i), event, null));
		}
		return history;
	}

	private static DomainEvent event(Random random, int number, long version) {
		SalonSamples salon = SalonSamples.salon(number).title("标题 \\ \" {x} " + version);
		return switch (random.nextInt(8)) {
			case 0 -> new SalonCancelled(salon.announced(START).cancelled().state());
			case 1 -> new SalonRenumbered(salon.state(), 9001 + random.nextInt(100), version + 1);
			case 2 -> new LinksChecked(number,
					List.of(new DeadLink("https://example.org/" + version, DeadLinkReason.GONE, START)), START);
			case 3, 4 -> new ReplayPublished(salon.state(), random.nextBoolean());
			default ->
				new ReplayPublished(salon.link("回放", "https://example.org/" + version).state(), random.nextBoolean());
		};
	}

}
