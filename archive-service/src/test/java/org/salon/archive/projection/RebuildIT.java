package org.salon.archive.projection;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.salon.archive.Browser;
import org.salon.archive.EventWriter;
import org.salon.archive.RunningArchive;
import org.salon.events.salon.ReplayPublished;
import org.salon.events.salon.SalonArchived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.salon.archive.SalonSamples.salon;

@RunningArchive
class RebuildIT {

	private static final int SALONS = 400;

	@LocalServerPort
	private int port;

	@Autowired
	private EventWriter events;

	@Autowired
	private DataSource dataSource;

	@Autowired
	private JdbcClient jdbc;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = new Browser(this.port);
	}

	@Test
	void buildsTheSameWhileThePresentOneIsServed() throws Exception {
		// Other tests have taken salons away of which the log still tells.
		long first = rebuild().at("/servedGeneration").asLong();
		this.browser.operatorPost("/api/archive/rebuild");
		finished(first + 1);
		fill();
		JsonNode before = rebuild();
		AtomicBoolean done = new AtomicBoolean();
		AtomicInteger missed = new AtomicInteger();
		Thread reader = Thread.ofVirtual().start(() -> {
			while (!done.get()) {
				missed.addAndGet((this.browser.get("/archive/2042").statusCode() == 200) ? 0 : 1);
			}
		});
		assertThat(this.browser.operatorPost("/api/archive/rebuild").statusCode()).isEqualTo(202);
		JsonNode after = finished(before.at("/servedGeneration").asLong() + 1);
		done.set(true);
		reader.join();
		assertThat(missed).as("reads of a salon that were not answered").hasValue(0);
		assertThat(after.at("/fingerprint").asString()).isEqualTo(before.at("/fingerprint").asString());
		assertThat(after.at("/latest/events").asLong()).isGreaterThanOrEqualTo(2 * SALONS);
		assertThat(this.jdbc.sql("select count(distinct generation) from salons").query(Long.class).single())
			.isEqualTo(1);
	}

	@Test
	void losesNoEventThatArrivesMeanwhile() {
		fill();
		long generation = rebuild().at("/servedGeneration").asLong();
		this.browser.operatorPost("/api/archive/rebuild");
		for (int i = 0; i < 200; i++) {
			this.events.write(new SalonArchived(salon(3000 + i).title("meanwhile").state()), 1);
		}
		finished(generation + 1);
		await("all that came meanwhile is there").atMost(Duration.ofSeconds(20))
			.until(() -> this.browser.json("/api/archive?query=meanwhile").at("/total").asInt() == 200);
		String live = rebuild().at("/fingerprint").asString();
		this.browser.operatorPost("/api/archive/rebuild");
		assertThat(finished(generation + 2).at("/fingerprint").asString()).isEqualTo(live);
	}

	@Test
	void refusesSecondRebuildAtATime() {
		try (RebuildLock lock = RebuildLock.request(this.dataSource)) {
			assertThat(lock.isAcquired()).isTrue();
			assertThat(this.browser.operatorPost("/api/archive/rebuild").statusCode()).isEqualTo(409);
		}
	}

	@Test
	void tellsRebuildThatDiedAsFailed() {
		long generation = 1_000_000_000L;
		this.jdbc.sql("insert into rebuilds (generation, state, started_at) values (?, 'RUNNING', now())")
			.param(generation)
			.update();
		try {
			assertThat(rebuild().at("/latest/state").asString()).isEqualTo("FAILED");
			assertThat(rebuild().at("/latest/failure").asString()).isEqualTo("interrupted");
		}
		finally {
			this.jdbc.sql("delete from rebuilds where generation = ?").param(generation).update();
		}
	}

	private void fill() {
		for (int i = 0; i < SALONS; i++) {
			this.events.write(new SalonArchived(salon(2000 + i).title("filling").state()), 1);
			this.events.write(new ReplayPublished(
					salon(2000 + i).title("filling").link("回放", "https://b23.tv/" + i).state(), false), 2);
		}
		await("the projection is filled").atMost(Duration.ofSeconds(30))
			.until(() -> this.jdbc.sql("select count(*) from salons where version = 2 and number between 2000 and 2399")
				.query(Long.class)
				.single() >= SALONS);
	}

	private JsonNode finished(long generation) {
		await("generation " + generation + " is served").atMost(Duration.ofSeconds(30))
			.until(() -> rebuild().at("/servedGeneration").asLong() >= generation
					&& rebuild().at("/latest/state").asString().equals("DONE")
					&& !RebuildLock.isHeldByAnyone(this.jdbc));
		return rebuild();
	}

	private JsonNode rebuild() {
		return this.browser.operatorJson("/api/archive/rebuild");
	}

}
