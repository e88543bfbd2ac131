package org.salon.registration.oidc;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import org.salon.access.account.Account;
import org.salon.access.audit.AuditEntry;
import org.salon.access.audit.AuditTrail;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;
import org.salon.registration.account.AccountDesk;

import static org.assertj.core.api.Assertions.assertThat;

/** The way in by a real provider, from the button to the console. */
@RegistrationServiceTest
class OidcLoginIT {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	/** The public address of the service, which the provider leads back to. */
	private static final String PUBLIC = "http://localhost:8080";

	@Autowired
	private Site site;

	@Autowired
	private AccountDesk desk;

	@Autowired
	private AuditTrail audit;

	@Autowired
	private OpenIdProvider provider;

	@Test
	void letsAnAccountInWithTheRoleItHasHere() {
		Site.Browser browser = this.site.browser();
		assertThat(browser.get("/operator/login?then=/operator/account").text())
			.contains("/operator/login/with/provider?then=/operator/account");
		String name = account("DOOR").name();
		Site.Answer back = comeBack(browser, "", name);
		assertThat(back.expect(302).header("Location")).endsWith("/operator/salons");
		assertThat(back.response().headers().allValues("Set-Cookie"))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("salon-oidc=;").contains("Max-Age=0", "HttpOnly"));
		assertThat(browser.get("/operator/account").expect(200).text()).contains(name, "no password here");
		browser.get("/operator").expect(403);
		assertThat(this.audit.newest(1, null, name)).extracting(AuditEntry::status).containsExactly(403);
		assertThat(this.audit.newest(5, null, name)).extracting(AuditEntry::action).contains("provider");
	}

	@Test
	void leadsToThePageThatWasWanted() {
		Site.Browser browser = this.site.browser();
		assertThat(comeBack(browser, "?then=/operator/audit", account("READER").name()).header("Location"))
			.endsWith("/operator/audit");
		assertThat(comeBack(this.site.browser(), "?then=https://evil.example.org/", account("READER").name())
			.header("Location")).endsWith("/operator");
	}

	@ParameterizedTest
	@ValueSource(strings = { "stranger@example.org", "unverified", "disabled" })
	void letsNobodyElseInAndSaysSo(String who) {
		String name = switch (who) {
			case "unverified" -> {
				String taken = "unverified-" + UUID.randomUUID() + "@example.org";
				this.desk.add(taken, "ORGANISER", false);
				yield taken;
			}
			case "disabled" -> {
				Account account = account("ORGANISER");
				this.desk.disable(account.id(), true);
				yield account.name();
			}
			default -> who;
		};
		Site.Browser browser = this.site.browser();
		String location = comeBack(browser, "", name).expect(302).header("Location");
		assertThat(location).endsWith("/operator/login?provider=stranger");
		assertThat(browser.get("/operator/login?provider=stranger").text()).contains("have no account here");
		browser.get("/operator").expect(302);
	}

	@Test
	void takesNoAnswerThatThisBrowserDidNotAskFor() {
		Site.Browser browser = this.site.browser();
		String callback = atTheProvider(begin(browser, ""), account("ORGANISER").name());
		Site.Browser other = this.site.browser();
		assertThat(other.get(callback).expect(302).header("Location")).endsWith("?provider=failed");
		other.get("/operator").expect(302);
		begin(other, "");
		assertThat(other.get(callback).expect(302).header("Location")).endsWith("?provider=failed");
		assertThat(browser.get(callback.replaceFirst("code=[^&]+", "code=forged")).header("Location"))
			.endsWith("?provider=failed");
	}

	private Account account(String role) {
		return this.desk.add("p-" + UUID.randomUUID() + "@example.org", role, false).account();
	}

	private Site.Answer comeBack(Site.Browser browser, String then, String name) {
		return browser.get(atTheProvider(begin(browser, then), name));
	}

	/** The address of the provider that the button leads to. */
	private static String begin(Site.Browser browser, String then) {
		String there = browser.get(OidcLogin.START + then).expect(302).header("Location");
		assertThat(there).contains("code_challenge_method=S256", "scope=openid", "nonce=");
		return there;
	}

	/** Logs in there; answers the path that the provider sends the browser to. */
	private String atTheProvider(String authorize, String name) {
		HttpClient person = HttpClient.newBuilder()
			.cookieHandler(new CookieManager())
			.followRedirects(HttpClient.Redirect.NEVER)
			.build();
		String form = ask(person, HttpRequest.newBuilder(location(ask(person, page(URI.create(authorize)))))).body();
		Matcher csrf = CSRF.matcher(form);
		assertThat(csrf.find()).as(form).isTrue();
		HttpResponse<String> entered = ask(person,
				page(URI.create(this.provider.issuer() + "/login"))
					.header("Content-Type", "application/x-www-form-urlencoded")
					.POST(HttpRequest.BodyPublishers.ofString("username=" + encoded(name) + "&password="
							+ OpenIdProvider.PASSWORD + "&_csrf=" + encoded(csrf.group(1)))));
		String back = location(ask(person, page(location(entered)))).toString();
		assertThat(back).startsWith(PUBLIC + "/operator/login/back?code=");
		return back.substring(PUBLIC.length());
	}

	private static HttpRequest.Builder page(URI address) {
		return HttpRequest.newBuilder(address).header("Accept", "text/html");
	}

	private static URI location(HttpResponse<?> redirect) {
		return redirect.uri().resolve(redirect.headers().firstValue("Location").orElseThrow());
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static HttpResponse<String> ask(HttpClient person, HttpRequest.Builder request) {
		try {
			return person.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
