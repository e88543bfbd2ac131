package org.salon.registration.link;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleSupplier;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import org.salon.outbound.SafeHttp;
import org.salon.registration.Site;

/** Checkers as they run in an instance, on the real database and over real HTTP. */
final class LinkWorld implements AutoCloseable {

	private static final DoubleSupplier NO_CHANCE = () -> 0;

	private final JdbcClient jdbc;

	private final Links links;

	private final LinkReports reports;

	private final LinkMetrics metrics;

	private final PlatformTransactionManager transactions;

	private final SteppedClock clock = new SteppedClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));

	private final Site site;

	private final LinkProperties rules = new LinkProperties(true, Duration.ofDays(7), Duration.ofHours(18),
			Duration.ofHours(48), 3, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), 1,
			Set.of("127.0.0.1"));

	private final SafeHttp http = new SafeHttp("Salon link check (+http://localhost:8080)", this.rules.hosts(),
			this.rules.connectTimeout(), this.rules.callTimeout());

	LinkWorld(BeanFactory parts) {
		this.jdbc = parts.getBean(JdbcClient.class);
		this.links = parts.getBean(Links.class);
		this.reports = parts.getBean(LinkReports.class);
		this.metrics = parts.getBean(LinkMetrics.class);
		this.transactions = parts.getBean(PlatformTransactionManager.class);
		this.site = parts.getBean(Site.class);
	}

	/** Another checker, as of another instance; it waits by moving the clock. */
	LinkChecker checker() {
		HostPace pace = new HostPace(this.jdbc, this.rules, this.clock, this.clock);
		return new LinkChecker(this.links, new LinkProbe(this.http, pace, NO_CHANCE), this.reports, this.rules,
				this.metrics, new TransactionTemplate(this.transactions), NO_CHANCE, this.clock);
	}

	SteppedClock clock() {
		return this.clock;
	}

	/** A public salon with these links, taken in. */
	int salonWith(String... urls) {
		int number = this.site.announced("");
		replaceLinks(number, urls);
		return number;
	}

	/**
	 * What an import writes past the checks of the console: addresses of this machine.
	 */
	void replaceLinks(int number, String... urls) {
		List<JsonNode> links = Arrays.stream(urls)
			.map((url) -> (JsonNode) Site.JSON.createObjectNode()
				.put("label", "回放")
				.put("url", url)
				.put("kind", "REPLAY"))
			.toList();
		this.jdbc.sql("update salon set details = jsonb_set(details, '{links}', ?::jsonb) where number = ?")
			.params(Site.JSON.writeValueAsString(links), number)
			.update();
		checker().collect();
	}

	/** Puts off the links of all other tests, and lets no host remember us. */
	void parkOthers() {
		checker().collect();
		this.jdbc.sql("update link_address set next_check_at = now() + interval '1000 days'").update();
		this.jdbc.sql("delete from link_host").update();
	}

	/** Checks all that is due by now, and what the pace puts off for a moment. */
	void checkAllDue() throws InterruptedException {
		LinkChecker checker = checker();
		while (dueBefore(this.clock.instant().plus(Duration.ofSeconds(30))) > 0) {
			if (!checker.checkNext()) {
				this.clock.forward(Duration.ofSeconds(1));
			}
		}
	}

	long dueBefore(Instant moment) {
		return this.jdbc.sql("select count(*) from link_address where next_check_at <= ?")
			.param(moment.atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.single();
	}

	/** What the operator's API says of the address. */
	JsonNode link(String url) {
		return this.site.operate("GET", "/api/links?size=500", null)
			.expect(200)
			.json()
			.get("items")
			.valueStream()
			.filter((item) -> item.get("url").stringValue().equals(url))
			.findFirst()
			.orElseThrow();
	}

	String state(String url) {
		JsonNode link = link(url);
		return link.get("state").stringValue() + " " + link.get("finding").asString("–");
	}

	@Override
	public void close() throws Exception {
		this.http.close();
	}

}
