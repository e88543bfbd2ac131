package org.salon.registration.link;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationServiceTest
class LinkPagesIT {

	@Autowired
	private BeanFactory parts;

	@Autowired
	private Site site;

	@Autowired
	private JdbcClient jdbc;

	private LinkWorld world;

	private String url;

	private int salon;

	@BeforeEach
	void begin() {
		this.world = new LinkWorld(this.parts);
		this.world.parkOthers();
		this.url = "https://example.org/watch?v=" + Site.freshNumber();
		this.salon = this.world.salonWith(this.url, this.url + "&a=<b>");
		this.jdbc.sql("""
				update link_address set state = 'DEAD', finding = 'GONE', status = 404, failures = 3,
				first_failure_at = '2020-01-01T02:03:00Z', checked_at = '2020-01-04T02:03:00Z' where url = ?""")
			.param(this.url)
			.update();
	}

	@AfterEach
	void end() throws Exception {
		this.world.parkOthers();
		this.world.close();
	}

	@Test
	void showsTheDeadFirstWithTheirSalonsReasonAndSince() {
		Site.Browser browser = this.site.browser().login();
		String page = allPages(browser);
		assertThat(page)
			.contains("The server says that there is no such page.", "HTTP 404", "2020-01-01 02:03", "2020-01-04 02:03",
					"3 times in a row", "href=\"/operator/salons/" + this.salon + "\"")
			.contains("&amp;a=&lt;b&gt;")
			.doesNotContain("<b>");
		assertThat(page.indexOf(this.url)).isLessThan(page.indexOf("&amp;a=&lt;b&gt;"));
		assertThat(browser.speaking("zh-CN").get("/operator/links?state=DEAD").text()).contains("服务器称没有此页面。", "失效")
			.doesNotContain("&amp;a=&lt;b&gt;");
		assertThat(browser.speaking("en").get("/operator").text()).contains("href=\"/operator/links?state=DEAD\"");
	}

	@Test
	void checksOneOrAllNow() {
		long id = this.world.link(this.url).get("id").longValue();
		this.world.parkOthers();
		Site.Browser browser = this.site.browser().login();
		browser.get("/operator/links");
		assertThat(browser.submit("/operator/links/" + id + "/check", Map.of()).header("Location"))
			.endsWith("/operator/links?asked");
		assertThat(due()).isEqualTo(1);
		this.world.parkOthers();
		this.site.operate("POST", "/api/links/" + id + "/check", null).expect(202);
		assertThat(due()).isEqualTo(1);
		browser.submit("/operator/links/check", Map.of()).expect(302);
		assertThat(due()).isGreaterThanOrEqualTo(2);
	}

	@Test
	void refusesWhatIsNotThere() {
		this.site.operate("POST", "/api/links/999999999/check", null).expect(404);
		this.site.operate("GET", "/api/links?state=LOST", null).expect(422);
		this.site.operate("GET", "/api/links?page=-1", null).expect(422);
		this.site.get("/api/links").expect(401);
		this.site.post("/api/links/1/check", "").expect(401);
		this.site.get("/operator/links").expect(302);
	}

	@Test
	void listsThoseOfOneState() {
		assertThat(this.site.operate("GET", "/api/links?state=DEAD&size=500", null).expect(200).json().get("items"))
			.isNotEmpty()
			.allSatisfy((item) -> assertThat(item.get("state").stringValue()).isEqualTo("DEAD"));
		assertThat(this.world.link(this.url).get("salons").get(0).intValue()).isEqualTo(this.salon);
	}

	@Test
	void forgetsAddressesOfSalonsThatAreNoLongerPublic() {
		this.site.operate("POST", "/api/salons/" + this.salon + "/cancel", null).expect(200);
		this.world.checker().collect();
		assertThat(this.jdbc.sql("select count(*) from link_address where url = ?")
			.param(this.url)
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void countsThemForTheDashboard() {
		String meters = this.site.operate("GET", "/actuator/prometheus", null).text();
		assertThat(meters).containsPattern("salon_links_addresses\\{.*state=\"dead\".*} [1-9]")
			.contains("salon_links_checks_total{", "salon_links_overdue_seconds");
	}

	private long due() {
		return this.jdbc.sql("select count(*) from link_address where next_check_at <= now()")
			.query(Long.class)
			.single();
	}

	/** Other tests leave more links than a page holds. */
	private static String allPages(Site.Browser browser) {
		StringBuilder pages = new StringBuilder();
		String page;
		int number = 0;
		do {
			page = browser.get("/operator/links?page=" + number++).expect(200).text();
			pages.append(page);
		}
		while (page.contains("page=" + number + "\""));
		return pages.toString();
	}

}
