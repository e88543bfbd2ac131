package org.salon.registration.invitation;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonArchived;
import org.salon.events.salon.SalonChanged;
import org.salon.registration.Published;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@RegistrationServiceTest
class ImportIT {

	private static final int FIRST_ROW = 500_000;

	private static final int ROWS = 5_000;

	private static final String IN_TABLE = " where number between %d and %d".formatted(FIRST_ROW + 1, FIRST_ROW + ROWS);

	@Autowired
	private Site site;

	@Autowired
	private Published published;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void importsWholeInvitationOnce() throws IOException {
		String invitation = sample();
		Site.Answer preview = this.site.importInvitation("?date=2090-06-04", invitation).expect(200);
		assertThat(count("salon where number <= 44")).isZero();
		JsonNode json = preview.json();
		assertThat(json.path("salon").path("number").asInt(0)).isEqualTo(44);
		assertThat(json.path("salon").path("startsAt").asString("")).isEqualTo("2090-06-04T11:30:00Z");
		assertThat(json.path("salon").path("status").asString("")).isEqualTo("DRAFT");
		assertThat(json.path("salon").path("joinLinks")).isNotEmpty();
		assertThat(json.path("archived")).hasSize(41);
		assertThat(json.path("archived").findValues("links").stream().mapToInt(JsonNode::size).sum()).isEqualTo(86);
		assertThat(json.path("warnings").path(0).path("line").asInt(0)).isPositive();

		this.site.importInvitation("?dryRun=false&announce=true&date=2090-06-04", invitation).expect(200);
		this.published.await("the announcement",
				(event) -> event instanceof SalonAnnounced announced && announced.salon().number() == 44);
		this.published.await("the last of the past",
				(event) -> event instanceof SalonArchived archived && archived.salon().number() == 43);
		this.site.importInvitation("?dryRun=false&announce=true&date=2090-06-04", invitation).expect(200);
		marker();
		assertThat(this.published
			.matching((event) -> event instanceof SalonArchived archived && archived.salon().number() < 44)).hasSize(41)
			.allSatisfy((event) -> assertThat(event.version()).isEqualTo(1));
		assertThat(this.published.of("salon/44")).hasSize(1);
		this.mergesRowAboutSalonThatRanHere();
	}

	/** The next week's table holds this week's salon. */
	private void mergesRowAboutSalonThatRanHere() {
		String next = """
				# 第 45 期邀请函
				+ 活动主题：Next
				+ 活动时间：2090年06月11日19：30-21：30

				| 期数 | 时间 | 内容 | 链接 |
				| --- | --- | --- | --- |
				| 43 | 5.31 | 【论文分享】Human-level control through deep reinforcement learning | [Deep Q Network](https://momodel.cn/live/5ed36a16fd15f1e87594dc26) |
				| 44 | 6.4 | 【论文分享】Non-IID 数据集 | [回放](https://example.org/replay44) |
				""";
		this.site.importInvitation("?dryRun=false", next).expect(200);
		Published.Event event = this.published.await("the merge",
				(data) -> data instanceof SalonChanged changed && changed.salon().number() == 44);
		SalonChanged changed = (SalonChanged) event.data();
		assertThat(changed.changed()).containsExactly("groups", "links");
		assertThat(changed.salon().status().name()).isEqualTo("ANNOUNCED");
		assertThat(changed.salon().title()).isEqualTo("Non-IID 数据集");
		this.site.importInvitation("?dryRun=false", next).expect(200);
		marker();
		assertThat(this.published.of("salon/44")).hasSize(2);
		assertThat(this.site.operate("GET", "/api/salons/45", null).json().path("status").asString(""))
			.isEqualTo("DRAFT");
	}

	@Test
	void refusesWhatCannotBeImportedAndChangesNothing() {
		long before = count("salon");
		for (String text : List.of("", "hello", "# 第 7 期\n+ 活动主题：X", "# 第 8 期\n+ 活动时间：02月30日19：30-21：30")) {
			Site.Answer answer = this.site.importInvitation("?dryRun=false", text).expect(422);
			assertThat(answer.json().path("detail").asString("")).isNotEmpty();
			assertThat(answer.json().path("line").asInt(0)).isPositive();
		}
		this.site.importInvitation("?date=2026-02-30", "x").expect(422);
		this.site.importInvitation("?dryRun=false", "x".repeat(4_300_000)).expect(413);
		this.site
			.send(this.site.request("/api/invitations")
				.header("Authorization", Site.basic())
				.header("Content-Type", "text/markdown")
				.POST(BodyPublishers.ofByteArray("第 9 期".getBytes(Charset.forName("GBK")))))
			.expect(400);
		this.site.operate("POST", "/api/invitations", "{}").expect(415);
		this.site.send(this.site.request("/api/invitations").POST(BodyPublishers.ofString("x"))).expect(401);
		assertThat(count("salon")).isEqualTo(before);
	}

	@Test
	void importsTableOfFiveThousandRowsAndChangesOnlyWhatChanged() {
		this.site.importInvitation("?dryRun=false", table("甲")).expect(200);
		this.site.importInvitation("?dryRun=false", table("甲")).expect(200);
		this.site.importInvitation("?dryRun=false", table("乙")).expect(200);
		await("all rows, and those that changed").until(() -> told().size() >= ROWS + 50);
		marker();
		assertThat(told()).hasSize(ROWS + 50).filteredOn((event) -> event.version() == 2).hasSize(50);
		assertThat(count("salon" + IN_TABLE)).isEqualTo(ROWS);
		assertThat(count("salon_history" + IN_TABLE)).isEqualTo(50);
		this.jdbc.sql("delete from salon_history" + IN_TABLE).update();
		this.jdbc.sql("delete from salon" + IN_TABLE).update();
	}

	private List<Published.Event> told() {
		return this.published.matching((event) -> event instanceof SalonArchived archived
				&& archived.salon().number() > FIRST_ROW && archived.salon().number() <= FIRST_ROW + ROWS);
	}

	/** Every hundredth row has that topic. */
	private static String table(String topic) {
		StringBuilder table = new StringBuilder("| 期数 | 时间 | 内容 | 链接 |\n| --- | --- | --- | --- |\n");
		for (int row = 1; row <= ROWS; row++) {
			table.append("| %d | %s | 【论文分享】%s；讨论 | [回放](https://example.org/replay) |%n".formatted(FIRST_ROW + row,
					LocalDate.of(1930, 1, 5).plusWeeks(row), (row % 100 == 0) ? topic : "数据集"));
		}
		return table.toString();
	}

	private void marker() {
		int marker = this.site.announced("");
		this.published.await("the marker",
				(event) -> event instanceof SalonAnnounced announced && announced.salon().number() == marker);
	}

	private long count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Long.class).single();
	}

	private static String sample() throws IOException {
		try (InputStream sample = ImportIT.class.getResourceAsStream("/invitations/sample.md")) {
			return new String(sample.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
