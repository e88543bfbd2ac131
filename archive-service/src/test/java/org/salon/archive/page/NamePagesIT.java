package org.salon.archive.page;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.salon.archive.Browser;
import org.salon.archive.EventWriter;
import org.salon.archive.RunningArchive;
import org.salon.events.salon.SalonArchived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.salon.archive.SalonSamples.salon;

/** Whatever people call a tag, a speaker or a series, its page is found. */
@RunningArchive
class NamePagesIT {

	private static final int FIRST = 5101;

	private static final List<String> NAMES = List.of("and/or", "../../etc/passwd", "..", ".", "%2e%2e%2f", "100 %",
			"%", "what? a=b&c=d;e", "#1", "\"double\" 'single' `back`", "<script>alert(1)</script>", "👩‍🔬 🎓",
			"\u202Egnp.exe", "back\\slash", "~2F", "a + b", "e\u0301cole", "名".repeat(200), "😀".repeat(100),
			"word".repeat(50));

	private static final int TOO_LONG = FIRST + NAMES.size();

	@LocalServerPort
	private int port;

	@Autowired
	private EventWriter events;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = new Browser(this.port);
	}

	private void write(int number, String name) {
		this.events.write(new SalonArchived(salon(number).date(LocalDate.of(2013, 3, 3))
			.title("Salon of names")
			.speaker(name, null)
			.group(name, "topic")
			.series(name)
			.state()), 1);
	}

	@Test
	void leadsFromANameToItsSalons() {
		for (int i = 0; i < NAMES.size(); i++) {
			write(FIRST + i, NAMES.get(i));
		}
		for (int i = 0; i < NAMES.size(); i++) {
			Document salon = awaitPage(FIRST + i);
			for (Shelf shelf : Shelf.values()) {
				leads(salon, shelf, NAMES.get(i), "/archive/" + (FIRST + i));
			}
		}
	}

	private void leads(Document salon, Shelf shelf, String name, String back) {
		String address = linkTo(salon, shelf, name);
		Document page = page(address);
		assertThat(page.expectFirst("h1").wholeText()).as(address).contains(name);
		assertThat(page.select(".salons th a").eachAttr("href")).as(address).containsExactly(back);
		assertThat(linkTo(page(shelf.path()), shelf, name)).isEqualTo(address);
	}

	@Test
	void linksNoNameThatIsTooLongToBeAskedFor() {
		String name = "长".repeat(20_000);
		write(TOO_LONG, name);
		Document page = awaitPage(TOO_LONG);
		assertThat(page.select("article").text()).contains(name);
		for (Shelf shelf : Shelf.values()) {
			assertThat(page.select("a[href^=" + shelf.path() + "/]")).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "%2E%2E%2Fx", "%2F", "%2F%2F", "%5C..%5C", "%25", "%252F", "%3Fa%3Db", "%23", "%00", "~00",
			"%0D%0ASet-Cookie:%20a=b", "~0D~0ASet-Cookie~3A", "%FF", "~FF", "~ED~A0~80", "~", "~2", "%E2%80%AE",
			"%3Cscript%3E", "%22%3E", "a;b=c", ";", "a/../b", "a//b", "%F0%9F%98%80%F0%9F%98%80" })
	void saysThatThereIsNoneOfANameThatNobodyHas(String typed) {
		for (Shelf shelf : Shelf.values()) {
			HttpResponse<String> answer = this.browser.get(shelf.path() + "/" + typed, "Accept", "text/html");
			assertThat(answer.statusCode()).as(shelf.path()).isIn(400, 404);
			assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
			assertThat(answer.body()).doesNotContain("Exception", "<script>");
		}
	}

	@Test
	void saysThatThereIsNoneOfANameLongerThanAny() {
		String typed = "x".repeat(7000);
		assertThat(this.browser.get("/archive/tags/" + typed).statusCode()).isEqualTo(404);
		assertThat(this.browser.get("/archive/tags/" + typed + typed).statusCode()).isBetween(400, 499);
	}

	private Document awaitPage(int number) {
		String path = "/archive/" + number;
		await(path).atMost(Duration.ofSeconds(60)).until(() -> this.browser.get(path).statusCode() == 200);
		return page(path);
	}

	private Document page(String path) {
		HttpResponse<String> answer = this.browser.get(path);
		assertThat(answer.statusCode()).as(path).isEqualTo(200);
		return Jsoup.parse(answer.body());
	}

	private static String linkTo(Document page, Shelf shelf, String name) {
		return page.select("a[href^=" + shelf.path() + "/]")
			.stream()
			.filter((link) -> link.select("bdi").stream().map(Element::wholeText).anyMatch(name::equals))
			.map((link) -> link.attr("href"))
			.distinct()
			.reduce((one, other) -> one + " and " + other)
			.orElse("no link");
	}

}
