package org.salon.registration.chart;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationServiceTest
class ChartIT {

	@Autowired
	private Site site;

	@Autowired
	private SalonFigures figures;

	@Test
	void tellsWhereSignUpsCameFrom() {
		int salon = this.site.announced("");
		signUp(salon, "one", "?utm_source=DingTalk");
		signUp(salon, "two", "?utm_source=dingtalk");
		signUp(salon, "three", "?utm_source=%3Cscript%3E");
		signUp(salon, "four", "");
		assertThat(this.figures.sources(salon)).containsExactly(new SalonFigures.Count("dingtalk", 2),
				new SalonFigures.Count("other", 1));
		String page = operator().get("/operator/salons/" + salon + "/charts").expect(200).text();
		assertThat(page).containsSubsequence("id=\"sources\"", "dingtalk</th>", ">2</td>", "other</th>", ">1</td>",
				"not named</th>", ">1</td>");
	}

	@Test
	void formKeepsTheSourceThatItsAddressNamed() {
		int salon = this.site.announced("");
		Site.Browser guest = this.site.browser();
		assertThat(guest.get("/salons/" + salon + "?utm_source=poster").text())
			.contains("name=\"utm_source\" value=\"poster\"");
		guest
			.submit("/salons/" + salon + "/registrations",
					Map.of("name", "Guest", "email", "poster-" + salon + "@example.org", "utm_source", "poster"))
			.expect(302);
		assertThat(this.figures.sources(salon)).containsExactly(new SalonFigures.Count("poster", 1));
	}

	@Test
	void comparesTheCourseOfSignUpsWithTheSalonsBefore() {
		int before = this.site.announced("");
		int salon = this.site.announced("");
		signUp(before, "one", "");
		signUp(salon, "one", "");
		signUp(salon, "two", "");
		String page = operator().get("/operator/salons/" + salon + "/charts").expect(200).text();
		assertThat(page).containsSubsequence("id=\"sign-ups\"", "No. " + salon + "</th>", "No. " + before + "</th>");
		assertThat(page.replaceAll("\\s+", ""))
			.contains("<thscope=\"row\">0</th><tdclass=\"figure\">2</td><tdclass=\"figure\">1</td>");
	}

	@Test
	void anEmptySalonHasNothingToShow() {
		int salon = this.site.drafted("");
		assertThat(operator().get("/operator/salons/" + salon + "/charts").expect(200).text())
			.contains("Nothing to show yet.");
		operator().get("/operator/salons/999998/charts").expect(404);
		operator().get("/operator/charts").expect(200);
	}

	private Site.Browser operator() {
		return this.site.browser().login();
	}

	private void signUp(int salon, String name, String query) {
		this.site
			.post("/api/salons/" + salon + "/registrations" + query,
					"{\"name\": \"%s\", \"email\": \"%s-%d@example.org\"}".formatted(name, name, salon))
			.expect(201);
	}

}
