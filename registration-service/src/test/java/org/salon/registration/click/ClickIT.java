package org.salon.registration.click;

import java.net.http.HttpRequest.BodyPublishers;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.salon.events.link.CountedLink;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationServiceTest
class ClickIT {

	private static final String REPLAY = "https://video.example.org/watch?v=1&t=2";

	@Autowired
	private Site site;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void leadsOnAndCountsWithoutSayingWho() {
		int salon = salonWithReplay();
		String path = CountedLink.path(salon, REPLAY);
		assertThat(this.site.get("/salons/" + salon).text()).contains("href=\"" + path + "\"");
		Site.Answer answer = this.site.get(path).expect(302);
		assertThat(answer.header("Location")).isEqualTo(REPLAY);
		assertThat(answer.header("Cache-Control")).contains("no-store");
		assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
		assertThat(answer.header("Set-Cookie")).isEmpty();
		this.site.get(path).expect(302);
		assertThat(clicks(salon)).isEqualTo(2);
		assertThat(this.jdbc.sql("select * from link_click where salon_number = ?")
			.param(salon)
			.query()
			.singleRow()
			.keySet()).containsExactly("salon_number", "url", "day", "clicks");
	}

	@Test
	void programsThatOnlyLookAreNotCounted() {
		int salon = salonWithReplay();
		String path = CountedLink.path(salon, REPLAY);
		this.site.send(this.site.request(path).method("HEAD", BodyPublishers.noBody())).expect(302);
		this.site.send(this.site.request(path).header("Sec-Purpose", "prefetch;prerender").GET()).expect(302);
		assertThat(clicks(salon)).isZero();
	}

	@Test
	void leadsNowhereThatTheSalonDoesNotName() {
		int salon = salonWithReplay();
		this.site.get(CountedLink.path(salon, "https://elsewhere.example.org/")).expect(404);
		this.site.get("/go/" + salon + "/video.example.org").expect(404);
		this.site.get("/go/" + salon + "/?url=https://elsewhere.example.org/").expect(404);
		this.site.get(CountedLink.path(999998, REPLAY)).expect(404);
	}

	@Test
	void leadsToAddressesWithChineseSigns() {
		int salon = this.site.announced("");
		String slides = "https://example.org/\u8BB2\u4E49?a=%20b";
		this.site
			.operate("POST", "/api/salons/" + salon + "/replays",
					"{\"links\": [{\"label\": \"Slides\", \"url\": \"%s\", \"kind\": \"SLIDES\"}]}".formatted(slides))
			.expect(200);
		assertThat(this.site.get(CountedLink.path(salon, slides)).expect(302).header("Location"))
			.isEqualTo("https://example.org/%E8%AE%B2%E4%B9%89?a=%20b");
	}

	private long clicks(int salon) {
		return this.jdbc.sql("select coalesce(sum(clicks), 0) from link_click where salon_number = ?")
			.param(salon)
			.query(Long.class)
			.single();
	}

	private int salonWithReplay() {
		int salon = this.site.announced("");
		this.site
			.operate("POST", "/api/salons/" + salon + "/replays",
					"{\"links\": [{\"label\": \"Replay\", \"url\": \"%s\", \"kind\": \"REPLAY\"}]}".formatted(REPLAY))
			.expect(200);
		return salon;
	}

}
