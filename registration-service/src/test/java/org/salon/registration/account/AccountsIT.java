package org.salon.registration.account;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import org.salon.access.account.Account;
import org.salon.events.operator.OperatorChanged;
import org.salon.events.operator.OperatorRole;
import org.salon.registration.Published;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;

/** Accounts as an organiser makes and changes them. */
@RegistrationServiceTest
class AccountsIT {

	private static final Pattern PASSWORD = Pattern.compile("<code>([a-z2-9-]{19})</code>");

	private final String name = "ana-" + UUID.randomUUID() + "@example.org";

	@Autowired
	private Site site;

	@Autowired
	private AccountDesk desk;

	@Autowired
	private Published published;

	private Site.Browser organiser;

	@BeforeEach
	void logIn() {
		this.organiser = this.site.browser().login();
		this.organiser.get("/operator/accounts").expect(200);
	}

	@Test
	void makesAnAccountAndShowsItsPasswordOnce() {
		String page = this.organiser
			.submit("/operator/accounts", Map.of("name", " " + this.name.toUpperCase(), "role", "DOOR"))
			.expect(200)
			.text();
		String password = password(page);
		assertThat(this.organiser.get("/operator/accounts").text()).contains(this.name).doesNotContain(password);
		Site.Browser helper = this.site.browser().login(this.name, password);
		helper.get("/operator/salons").expect(200);
		Account account = account();
		OperatorChanged made = (OperatorChanged) this.published
			.await("the account",
					(event) -> event instanceof OperatorChanged change && change.accountId().equals(account.id()))
			.data();
		assertThat(made).isEqualTo(new OperatorChanged(account.id(), OperatorRole.DOOR, 1, false));
	}

	@ParameterizedTest
	@CsvSource({ "operator, DOOR, built-in user", "a, DOOR, A name is", "two words, DOOR, A name is",
			"a@b@example.org, DOOR, A name is", "'', DOOR, name-error", "helper, '', role-error" })
	void refusesWhatIsNoAccount(String name, String role, String why) {
		assertThat(this.organiser.submit("/operator/accounts", Map.of("name", name, "role", role)).expect(422).text())
			.contains(why);
	}

	@Test
	void refusesANameThatIsTakenAndAShortNameAtAProvider() {
		this.desk.add(this.name, "DOOR", true);
		assertThat(this.organiser.submit("/operator/accounts", Map.of("name", this.name, "role", "READER"))
			.expect(422)
			.text()).contains("an account of this name already");
		assertThat(this.organiser
			.submit("/operator/accounts", Map.of("name", "helper", "role", "READER", "provider", "true"))
			.expect(422)
			.text()).contains("known by an e-mail address");
	}

	@Test
	void endsSessionsWithEachChangeAndLetsInWithTheNewRole() {
		String password = this.desk.add(this.name, "READER", true).password();
		Site.Browser reader = this.site.browser().login(this.name, password);
		reader.get("/operator/audit").expect(200);
		change("role", Map.of("role", "DOOR"));
		reader.get("/operator/salons").expect(302);
		Site.Browser helper = this.site.browser().login(this.name, password);
		helper.get("/operator/salons").expect(200);
		helper.get("/operator/audit").expect(403);
		change("disable", Map.of());
		helper.get("/operator/salons").expect(302);
		assertThat(loginFails(password)).isTrue();
		change("enable", Map.of());
		helper.get("/operator/salons").expect(302);
		this.site.browser().login(this.name, password).get("/operator/salons").expect(200);
		String renewed = password(this.organiser.submit(path("password"), Map.of()).expect(200).text());
		assertThat(loginFails(password)).isTrue();
		this.site.browser().login(this.name, renewed).get("/operator/salons").expect(200);
		UUID id = account().id();
		this.published.await("the fifth generation", (event) -> event instanceof OperatorChanged changed
				&& changed.accountId().equals(id) && changed.generation() == 5);
		assertThat(this.published.of("operator/" + id)).extracting(Published.Event::version)
			.containsExactly(1L, 2L, 3L, 4L, 5L);
		assertThat(this.published.of("operator/" + id))
			.extracting((event) -> ((OperatorChanged) event.data()).disabled())
			.containsExactly(false, false, true, false, false);
	}

	@Test
	void letsPeopleChangeTheirOwnPasswordAndStay() {
		String password = this.desk.add(this.name, "DOOR", true).password();
		Site.Browser here = this.site.browser().login(this.name, password);
		Site.Browser elsewhere = this.site.browser().login(this.name, password);
		here.get("/operator/account").expect(200);
		assertThat(choose(here, "not mine", "a long password", "a long password").expect(422).text())
			.contains("not your password");
		assertThat(choose(here, password, "short", "short").expect(422).text()).contains("At least 10");
		assertThat(choose(here, password, "长".repeat(25), "长".repeat(25)).expect(422).text()).contains("At most 72");
		assertThat(choose(here, password, "a long password", "another password").expect(422).text())
			.contains("another one than above");
		assertThat(choose(here, password, "a long password", "a long password").expect(302).header("Location"))
			.endsWith("/operator/account?done");
		assertThat(here.get("/operator/account?done").expect(200).text()).contains("The password is changed");
		elsewhere.get("/operator/account").expect(302);
		assertThat(loginFails(password)).isTrue();
		this.site.browser().login(this.name, "a long password").get("/operator/salons").expect(200);
	}

	@Test
	void knowsTheBuiltInUserBySettingOnly() {
		assertThat(this.organiser.get("/operator/account").expect(200).text()).contains("SALON_OPERATOR_PASSWORD")
			.doesNotContain("type=\"password\"");
		choose(this.organiser, Site.PASSWORD, "a long password", "a long password").expect(409);
	}

	@Test
	void changesNothingOfAnAccountThatThereIsNot() {
		this.organiser.submit("/operator/accounts/" + UUID.randomUUID() + "/disable", Map.of()).expect(404);
	}

	private static Site.Answer choose(Site.Browser browser, String current, String password, String again) {
		return browser.submit("/operator/account", Map.of("current", current, "password", password, "again", again));
	}

	private void change(String what, Map<String, String> fields) {
		this.organiser.submit(path(what), fields).expect(302);
	}

	private String path(String what) {
		return "/operator/accounts/" + account().id() + "/" + what;
	}

	private boolean loginFails(String password) {
		Site.Browser browser = this.site.browser();
		browser.get("/operator/login");
		return browser.submit("/operator/login", Map.of("username", this.name, "password", password))
			.header("Location")
			.endsWith("?error");
	}

	private Account account() {
		return this.desk.all().stream().filter((account) -> account.name().equals(this.name)).findFirst().orElseThrow();
	}

	private static String password(String page) {
		Matcher matcher = PASSWORD.matcher(page);
		assertThat(matcher.find()).as(page).isTrue();
		return matcher.group(1);
	}

}
