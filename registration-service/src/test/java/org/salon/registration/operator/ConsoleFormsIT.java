package org.salon.registration.operator;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;

/** Forms of the console that an organiser writes long in. */
@RegistrationServiceTest
class ConsoleFormsIT {

	@Autowired
	private Site site;

	private Site.Browser browser;

	@BeforeEach
	void login() {
		this.browser = this.site.browser().login();
		// For the token of a page that was got after the login.
		this.browser.get("/operator/import");
	}

	@Test
	void keepsWhatBothTypedWhenTwoChangeASalonAtOnce() {
		int salon = this.site.announced("\"host\": \"Club\"");
		Map<String, String> mine = new HashMap<>(fields(salon, "1", "My theme", "Club"));
		Site.Browser other = this.site.browser().login();
		other.get("/operator/salons/" + salon + "/edit");
		String path = "/operator/salons/" + salon + "/edit";
		mine.put("version", version(this.browser.get(path).text()));
		other.submit(path, fields(salon, mine.get("version"), "Their theme", "Their club")).expect(302);
		String again = this.browser.submit(path, mine).expect(409).text();
		assertThat(again).contains("Someone else saved this salon", "<dd class=\"lines\">Their theme</dd>",
				"<dd class=\"lines\">Their club</dd>", "value=\"My theme\"");
		mine.put("version", version(again));
		this.browser.submit(path, mine).expect(302);
		assertThat(this.site.get("/api/salons/" + salon).json().path("title").asString("")).isEqualTo("My theme");
	}

	@Test
	void saysWhoWillBeToldBeforeAnybodyIs() {
		int salon = this.site.announced("");
		this.site.signUp(salon, "Guest", "told-" + salon + "@example.org").expect(201);
		String path = "/operator/salons/" + salon + "/edit";
		Map<String, String> fields = new HashMap<>(
				fields(salon, version(this.browser.get(path).text()), "Another theme", "Club"));
		String asked = this.browser.submit(path, fields).expect(200).text();
		assertThat(asked).contains("Who will be told", "goes to 1 who hold a place", "<ins>Another theme</ins>");
		assertThat(title(salon)).isNotEqualTo("Another theme");
		fields.put("back", "true");
		assertThat(this.browser.submit(path, fields).expect(200).text()).contains("value=\"Another theme\"");
		fields.remove("back");
		fields.put("confirmed", "true");
		this.browser.submit(path, fields).expect(302);
		assertThat(title(salon)).isEqualTo("Another theme");
	}

	@Test
	void whatConcernsNobodyIsSavedAtOnce() {
		int salon = this.site.announced("");
		this.site.signUp(salon, "Guest", "untold-" + salon + "@example.org").expect(201);
		String path = "/operator/salons/" + salon + "/edit";
		String page = this.browser.get(path).text();
		Map<String, String> fields = new HashMap<>(fields(salon, version(page), "Non-IID 数据集", "Another club"));
		fields.put("startsAt", value(page, "startsAt"));
		fields.put("endsAt", value(page, "endsAt"));
		this.browser.submit(path, fields).expect(302);
	}

	@Test
	void offersTheNextSalonLikeAnotherOne() {
		int salon = this.site.announced("\"host\": \"Example club\"");
		assertThat(this.browser.get("/operator/salons/" + salon).text())
			.contains("href=\"/operator/salons/new?like=" + salon + "\"");
		String form = this.browser.get("/operator/salons/new?like=" + salon).expect(200).text();
		assertThat(form).contains("value=\"Example club\"").doesNotContain("Non-IID");
		this.browser.get("/operator/salons/new?like=999998").expect(404);
		this.browser.get("/operator/salons/new?like=x").expect(400);
	}

	@Test
	void showsTheLineBesideWhatIsSaidOfIt() {
		String text = invitation(Site.freshNumber()) + "\n| 期数 | 时间 | 内容 | 链接 |\n| --- | --- | --- | --- |\n"
				+ "| 四十三 | 5.31 | <b>甲</b> | |\n";
		String page = this.browser.submit("/operator/import", Map.of("markdown", text)).expect(200).text();
		assertThat(page).contains("<code class=\"excerpt\">| 四十三 | 5.31 | &lt;b&gt;甲&lt;/b&gt; | |</code>");
	}

	@Test
	void tellsWhatIsWrongWhileItIsTyped() {
		assertThat(this.browser.type("/operator/import", Map.of("markdown", "# 第 9 期")).expect(200).text())
			.contains("id=\"found\"", "role=\"alert\"");
		this.browser.submit("/operator/import", Map.of("markdown", "# 第 9 期")).expect(422);
	}

	@Test
	void takesTheFileInPlaceOfTheText() {
		int number = Site.freshNumber();
		byte[] file = invitation(number).getBytes(StandardCharsets.UTF_8);
		assertThat(this.browser.upload("/operator/import", "file", file).expect(200).text())
			.contains("name=\"then\" value=\"announce\"", "<textarea", "第 " + number + " 期");
		byte[] other = "第 9 期".getBytes(Charset.forName("GBK"));
		assertThat(this.browser.upload("/operator/import", "file", other).expect(422).text()).contains("UTF-8");
		this.browser.upload("/operator/import", "file", new byte[4_300_000]).expect(413);
	}

	private static Map<String, String> fields(int salon, String version, String title, String host) {
		return Map.of("number", "" + salon, "version", version, "title", title, "host", host, "startsAt",
				"2090-06-07T19:30", "endsAt", "2090-06-07T21:30", "zone", "Asia/Shanghai");
	}

	private static String version(String page) {
		return value(page, "version");
	}

	private static String value(String page, String field) {
		return page.replaceFirst("(?s).*name=\"" + field + "\"[^>]*value=\"([^\"]*)\".*", "$1");
	}

	private String title(int salon) {
		return this.site.get("/api/salons/" + salon).json().path("title").asString("");
	}

	private static String invitation(int number) {
		return "# 第 " + number + " 期邀请函\n+ 活动主题：By file\n+ 活动时间：2090年06月11日19：30-21：30\n";
	}

}
