package org.salon.archive.search;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.salon.archive.Browser;
import org.salon.archive.EventWriter;
import org.salon.archive.RunningArchive;
import org.salon.archive.TestClock;
import org.salon.archive.projection.Salons;
import org.salon.archive.salon.SalonQuery;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonArchived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.salon.archive.SalonSamples.salon;

/** Several instances on one database. */
@RunningArchive
class SearchIT {

	@LocalServerPort
	private int port;

	@Autowired
	private EventWriter events;

	@Autowired
	private Salons salons;

	@Autowired
	private SearchMetrics metrics;

	@Autowired
	private SalonSearch here;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TestClock clock;

	private ServedIndex otherIndex;

	private SalonSearch elsewhere;

	private Browser browser;

	@BeforeEach
	void startAnotherInstance() {
		this.browser = new Browser(this.port);
		this.elsewhere = anotherInstance(new SyncTaskExecutor());
		if (!this.elsewhere.state().equals(this.here.state())) {
			// Another test took rows away by hand, of which no index hears.
			long generation = this.salons.served().generation();
			this.browser.operatorPost("/api/archive/rebuild");
			await("a rebuilt generation is served").atMost(Duration.ofSeconds(30))
				.until(() -> this.salons.served().generation() > generation);
		}
		await("what another test has rebuilt is indexed").atMost(Duration.ofSeconds(30))
			.until(() -> this.elsewhere.state().equals(this.here.state()));
	}

	private SalonSearch anotherInstance(TaskExecutor executor) {
		this.otherIndex = new ServedIndex(this.salons, executor, this.metrics);
		return new SalonSearch(this.otherIndex, this.metrics, this.clock);
	}

	@AfterEach
	void stopIt() {
		this.clock.moveBy(Duration.ZERO);
		this.otherIndex.destroy();
	}

	@Test
	void findsSalonOnEveryInstanceOnceItsEventIsApplied() {
		archive(6001, "量子退火入门", 1);
		assertThat(numbers(this.elsewhere, "量子退火")).containsExactly(6001);
		assertThat(numbers(this.here, "量子退火")).containsExactly(6001);
		archive(6001, "经典力学入门", 2);
		assertThat(numbers(this.elsewhere, "量子退火")).isEmpty();
		assertThat(numbers(this.here, "经典力学")).containsExactly(6001);
		assertThat(this.elsewhere.state()).isEqualTo(this.here.state());
	}

	@Test
	void answersTheSameBeforeAndAfterTheSwitchToARebuiltGeneration() {
		archive(6002, "拓扑数据分析", 1);
		String before = this.here.state();
		assertThat(this.elsewhere.state()).isEqualTo(before);
		long generation = this.salons.served().generation();
		assertThat(this.browser.operatorPost("/api/archive/rebuild").statusCode()).isEqualTo(202);
		await("the new generation is served").atMost(Duration.ofSeconds(30)).until(() -> {
			assertThat(numbers(this.elsewhere, "拓扑数据")).containsExactly(6002);
			return this.salons.served().generation() > generation;
		});
		archive(6003, "拓扑数据续篇", 1);
		await("both answer from it").atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(numbers(this.here, "拓扑数据")).containsExactlyInAnyOrder(6002, 6003));
		// Called once, as the first call after the switch starts the new index.
		this.elsewhere.state();
		assertThat(numbers(this.elsewhere, "拓扑数据")).containsExactlyInAnyOrder(6002, 6003);
		assertThat(this.elsewhere.state()).isEqualTo(this.here.state()).isNotEqualTo(before);
	}

	@Test
	void goesOnAnsweringWhileANewGenerationIsIndexed() {
		archive(6004, "博弈论导论", 1);
		this.otherIndex.destroy();
		SalonSearch slow = anotherInstance((never) -> {
		});
		long generation = this.salons.served().generation();
		this.browser.operatorPost("/api/archive/rebuild");
		await("the new generation is served").atMost(Duration.ofSeconds(30))
			.until(() -> this.salons.served().generation() > generation);
		assertThat(numbers(slow, "博弈论")).containsExactly(6004);
	}

	@Test
	void tellsNotModifiedUntilSomethingChanges() {
		archive(6005, "图像分割", 1);
		for (String path : List.of("/api/archive?query=%E5%9B%BE%E5%83%8F%E5%88%86%E5%89%B2", "/archive.json",
				"/archive.csv", "/archive.md", "/feed.atom", "/sitemap.xml", "/api/archive/6005")) {
			String tag = tag(path);
			assertThat(status(path, tag)).as(path).isEqualTo(304);
			archive(6005, "图像分割 " + path,
					this.jdbc.sql("select max(version) + 1 from salons where number = 6005")
						.query(Long.class)
						.single());
			assertThat(status(path, tag)).as(path).isEqualTo(200);
		}
	}

	@Test
	void tellsModifiedOnceTheClockListsASalon() {
		Instant end = this.clock.instant().plus(Duration.ofHours(5));
		this.events.write(new SalonAnnounced(salon(6006).title("流体力学").announced(end).state()), 1);
		await("salon 6006 is known").atMost(Duration.ofSeconds(30)).until(() -> isWritten(6006, "流体力学"));
		archive(6007, "流体标记", 1);
		String tag = tag("/api/archive?query=6006");
		assertThat(status("/api/archive?query=6006", tag)).isEqualTo(304);
		this.clock.moveBy(Duration.ofHours(6));
		assertThat(status("/api/archive?query=6006", tag)).isEqualTo(200);
		assertThat(numbers(this.elsewhere, "流体力学")).containsExactly(6006);
	}

	private void archive(int number, String title, long version) {
		this.events.write(new SalonArchived(salon(number).title(title).state()), version);
		await("salon " + number + " is written").atMost(Duration.ofSeconds(30)).until(() -> isWritten(number, title));
		// A generation that another test has rebuilt may still be indexed aside.
		await("salon " + number + " is found").atMost(Duration.ofSeconds(30))
			.until(() -> numbers(this.here, title.split(" ")[0]).contains(number));
	}

	private boolean isWritten(int number, String title) {
		return this.jdbc.sql("""
				select count(*) from salons join projection using (generation)
				where number = ? and state ->> 'title' = ?""").params(number, title).query(Long.class).single() == 1;
	}

	private static List<Integer> numbers(SalonSearch search, String text) {
		return Shelf.numbers(search.find(new SalonQuery(text, null, null, null, false, null, null, 0, 50)));
	}

	private String tag(String path) {
		return this.browser.get(path).headers().firstValue("ETag").orElseThrow();
	}

	private int status(String path, String tag) {
		HttpResponse<String> answer = this.browser.get(path, "If-None-Match", tag);
		return answer.statusCode();
	}

}
