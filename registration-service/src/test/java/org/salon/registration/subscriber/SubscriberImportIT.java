package org.salon.registration.subscriber;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.salon.events.link.LinkPurpose;
import org.salon.events.member.MemberSubscribed;
import org.salon.registration.MovableClock;
import org.salon.registration.Published;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;
import org.salon.registration.TableSearch;
import org.salon.registration.registration.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationServiceTest
class SubscriberImportIT {

	private static final String PATH = "/operator/subscribers/import";

	private static final String HEADER = "email,name,language,consent_date,consent_source\n";

	private static final int MANY = 3_500;

	private static final Pattern IMPORT = Pattern.compile("action=\"(" + PATH + "/[0-9a-f-]{36})\"");

	@Autowired
	private Site site;

	@Autowired
	private Published published;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MovableClock clock;

	@Autowired
	private SubscriberImport subscribers;

	private Site.Browser operator;

	private String mark;

	@BeforeEach
	void login() {
		this.operator = this.site.browser().login();
		this.operator.get(PATH).expect(200);
		this.mark = "i" + UUID.randomUUID().toString().substring(0, 8);
	}

	@AfterEach
	void resetClock() {
		this.clock.reset();
	}

	@Test
	void subscribesThoseWhoAgreedOnceWithTheProof() {
		String text = HEADER + address("a") + ",李雷,zh-CN,2025-03-01,paper form 7\n" + address("b")
				+ ",,en,2025-03-02,fair\n" + address("c") + ",No Proof,en,2025-03-02,\n";
		String preview = preview(text);
		assertThat(preview).contains("Line 4", "It is not said where or how they agreed", "Subscribe 2");
		assertThat(member("a")).as("looking changes nothing").isNull();
		String action = action(preview);
		assertThat(this.operator.submit(action, Map.of()).expect(302).header("Location")).endsWith("?done=2");
		MemberSubscribed told = (MemberSubscribed) this.published
			.await("the subscription",
					(event) -> event instanceof MemberSubscribed subscribed
							&& subscribed.member().email().equals(address("a")))
			.data();
		assertThat(told.member().preferences().announcements()).isTrue();
		assertThat(this.operator.get("/operator/members/" + told.member().memberId()).expect(200).text())
			.contains("2025-03-01", "paper form 7");
		assertThat(new TableSearch(this.jdbc).of(this.mark)).extracting(Object::toString)
			.noneMatch((column) -> column.contains("subscriber_candidate"));

		this.operator.submit(action, Map.of()).expect(410);
		assertThat(preview(text)).contains("subscribed already").doesNotContain("Subscribe 2");
		assertThat(this.published.matching((event) -> event instanceof MemberSubscribed subscribed
				&& subscribed.member().email().startsWith(this.mark)))
			.hasSize(2);
	}

	@Test
	void neverSubscribesAgainWhoSaidNoOrWasErased() {
		imported(HEADER + address("out") + ",,,2025-03-01,fair\n" + address("erased") + ",,,2025-03-01,fair\n", 2);
		this.site.browser()
			.submitRaw("/unsubscribe/" + Tokens.sign(LinkPurpose.UNSUBSCRIBE, member("out"), 30),
					"List-Unsubscribe=One-Click")
			.expect(200);
		this.site.operate("DELETE", "/api/members/" + member("erased"), null).expect(204);
		assertThat(new TableSearch(this.jdbc).of(address("erased"))).isEmpty();
		String preview = preview(HEADER + address("out") + ",,,2026-01-01,fair\n" + address("ERASED")
				+ ",,,2026-01-01,fair\n" + address("new") + ",,,2026-01-01,fair\n");
		assertThat(preview).contains("Subscribe 1");
		this.operator.submit(action(preview), Map.of()).expect(302);
		assertThat(member("erased")).isNull();
		assertThat(wants("out")).isFalse();
		assertThat(wants("new")).isTrue();
		// Who asks themselves is asked back, and counts from then on.
		String link = "/subscriptions/" + Tokens.sign(LinkPurpose.SUBSCRIPTION, member("out"), 30);
		Site.Browser own = this.site.browser();
		own.get(link).expect(200);
		own.submit(link, Map.of());
		assertThat(wants("out")).isTrue();
		assertThat(preview(HEADER + address("out") + ",,,2026-01-01,fair\n")).contains("subscribed already");
	}

	@Test
	void forgetsWhatWasPutAsideWithThePersonAndAfterADay() {
		int salon = this.site.announced("");
		this.site.signUp(salon, "Put Aside", address("aside")).expect(201);
		String erased = preview(
				HEADER + address("aside") + ",,,2025-03-01,fair\n" + address("old") + ",,,2025-03-01,fair\n");
		this.site.operate("DELETE", "/api/members/" + member("aside"), null).expect(204);
		assertThat(new TableSearch(this.jdbc).of(address("aside"))).isEmpty();
		this.clock.forward(Duration.ofHours(25));
		this.subscribers.forgetOld();
		assertThat(new TableSearch(this.jdbc).of(address("old"))).isEmpty();
		this.operator.login();
		this.operator.get(PATH);
		this.operator.submit(action(erased), Map.of()).expect(410);
	}

	@Test
	void takesAFileOfManyBatches() {
		String text = HEADER + IntStream.range(0, MANY)
			.mapToObj((n) -> address("n" + n) + ",Name " + n + ",en,2025-03-01,conference list 2025")
			.collect(Collectors.joining("\n"));
		String preview = this.operator.upload(PATH, "file", text.getBytes(StandardCharsets.UTF_8)).expect(200).text();
		this.operator.get(PATH);
		this.operator.submit(action(preview), Map.of()).expect(302);
		assertThat(this.jdbc.sql("select count(*) from member where email_key like ? and announcements")
			.param(this.mark + "%")
			.query(Integer.class)
			.single()).isEqualTo(MANY);
	}

	@Test
	void refusesWhatIsNoList() {
		assertThat(this.operator.submit(PATH, Map.of("text", "")).expect(422).text()).contains("nothing to import");
		assertThat(this.operator.submit(PATH, Map.of("text", "email\na@example.org")).expect(422).text())
			.contains("consent_date", "a@example.org");
		assertThat(this.operator.upload(PATH, "file", new byte[] { (byte) 0xff, (byte) 0xfe, 0x61 }).expect(422).text())
			.contains("不是 UTF-8");
		this.operator.submit(PATH + "/" + UUID.randomUUID(), Map.of()).expect(410);
	}

	private void imported(String text, int many) {
		assertThat(this.operator.submit(action(preview(text)), Map.of()).expect(302).header("Location"))
			.endsWith("?done=" + many);
	}

	private String preview(String text) {
		return this.operator.submit(PATH, Map.of("text", text)).expect(200).text();
	}

	private static String action(String preview) {
		Matcher matcher = IMPORT.matcher(preview);
		assertThat(matcher.find()).as(preview).isTrue();
		return matcher.group(1);
	}

	private UUID member(String name) {
		return this.jdbc.sql("select id from member where email_key = ?")
			.param(address(name))
			.query(UUID.class)
			.optional()
			.orElse(null);
	}

	private boolean wants(String name) {
		return this.jdbc.sql("select announcements from member where email_key = ?")
			.param(address(name))
			.query(Boolean.class)
			.single();
	}

	private String address(String name) {
		return this.mark + "." + name + "@example.org";
	}

}
