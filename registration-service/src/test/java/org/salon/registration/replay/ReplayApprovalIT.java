package org.salon.registration.replay;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.salon.events.salon.ReplayPublished;
import org.salon.registration.Published;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationServiceTest
class ReplayApprovalIT {

	private static final String LINKS = "Recording https://video.example.org/r REPLAY";

	private static final Pattern LINK = Pattern.compile("/replays/[0-9a-f-]{36}");

	@Autowired
	private Site site;

	@Autowired
	private Published published;

	private Site.Browser organiser;

	private Site.Browser speaker;

	private int salon;

	@BeforeEach
	void announce() {
		this.salon = this.site.announced("");
		this.organiser = this.site.browser().login();
		this.speaker = this.site.browser();
	}

	@Test
	void publishesOnceTheSpeakerHasApprovedAndNothingBefore() {
		String link = ask(LINKS);
		assertThat(console()).contains("The speaker is asked", "mailto:?subject=");
		assertThat(this.organiser.get("/operator/salons/" + this.salon + "/timeline").text())
			.contains("The replay waits for the speaker");
		assertThat(this.speaker.get(link).expect(200).text()).contains("https://video.example.org/r", "Recording",
				"Nobody is told before you have answered");
		assertThat(links()).isEqualTo("[]");

		this.speaker.submit(link, Map.of("answer", "APPROVED", "comment", "")).expect(302);
		this.published.await("the replay",
				(event) -> event instanceof ReplayPublished replay && replay.salon().number() == this.salon);
		assertThat(links()).contains("https://video.example.org/r");
		assertThat(this.speaker.get(link).text()).contains("The links are published.").doesNotContain("<form method");
		assertThat(console()).contains("The speaker has approved", "by the speaker");

		this.speaker.submit(link, Map.of("answer", "DECLINED")).expect(302);
		assertThat(this.speaker.get(link).text()).contains("The links are published.");
		assertThat(replays()).isEqualTo(1);
	}

	@Test
	void aSpeakerWhoDeclinesIsReadByTheOrganiserAndCanStillApprove() {
		String link = ask(LINKS);
		this.speaker.get(link);
		assertThat(
				this.speaker.submit(link, Map.of("answer", "DECLINED", "comment", "x".repeat(1001))).expect(422).text())
			.contains("x".repeat(1001));
		this.speaker.submit(link, Map.of("answer", "DECLINED", "comment", "Cut minute 12 <b>first</b>")).expect(302);
		assertThat(console()).contains("would rather not", "Cut minute 12 &lt;b&gt;first&lt;/b&gt;");
		assertThat(links()).isEqualTo("[]");
		this.speaker.get(link);
		this.speaker.submit(link, Map.of("answer", "APPROVED")).expect(302);
		assertThat(links()).contains("https://video.example.org/r");
	}

	@Test
	void anAnswerDoesNotUndoWhatTheOrganiserHasPublishedMeanwhile() {
		String link = ask(LINKS);
		this.speaker.get(link).expect(200);
		this.organiser.submit(page() + "/replays", Map.of("links", LINKS + "\nSlides https://example.org/s.pdf"))
			.expect(302);
		assertThat(this.speaker.get(link).text()).contains("These links are out of date")
			.doesNotContain("<form method");
		this.speaker.submit(link, Map.of("answer", "APPROVED")).expect(410);
		assertThat(links()).contains("https://example.org/s.pdf");
		assertThat(console()).contains("the speaker can no longer answer");
	}

	@Test
	void aLinkLeadsNowhereOnceAnotherIsAskedOrTheQuestionIsTakenBack() {
		String first = ask(LINKS);
		String second = ask("Recording https://video.example.org/cut REPLAY");
		assertThat(second).isNotEqualTo(first);
		this.speaker.get(first).expect(404);
		this.speaker.get(second).expect(200);
		this.speaker.submit(first, Map.of("answer", "APPROVED")).expect(404);
		this.organiser.submit(page() + "/replays/unask", Map.of()).expect(302);
		this.speaker.get(second).expect(404);
		assertThat(console()).doesNotContain("/replays/" + second, "id=\"approval\"");
		this.speaker.get("/replays/" + UUID.randomUUID()).expect(404);
		this.speaker.get("/replays/1-2-3-4-5").expect(404);
	}

	@Test
	void isNotAskedWhereNothingCouldBePublishedAndNotWithoutTheForm() {
		console();
		this.organiser.submit(page() + "/replays", Map.of("then", "ask", "links", "Replay file:///etc/passwd"))
			.expect(422);
		this.organiser.submit(page() + "/replays", Map.of("links", LINKS)).expect(302);
		assertThat(this.organiser.submit(page() + "/replays", Map.of("then", "ask", "links", LINKS)).expect(409).text())
			.contains("are published already");
		String link = ask("Other https://video.example.org/other REPLAY");
		this.site.browser().submit(link, Map.of("answer", "APPROVED")).expect(403);
		assertThat(links()).doesNotContain("other");
	}

	private String ask(String links) {
		console();
		this.organiser.submit(page() + "/replays", Map.of("then", "ask", "links", links)).expect(302);
		Matcher link = LINK.matcher(console());
		assertThat(link.find()).isTrue();
		return link.group();
	}

	private String console() {
		return this.organiser.get(page()).expect(200).text();
	}

	private String page() {
		return "/operator/salons/" + this.salon;
	}

	private String links() {
		return this.site.operate("GET", "/api/salons/" + this.salon, null).json().get("links").toString();
	}

	private int replays() {
		return this.published
			.matching((event) -> event instanceof ReplayPublished replay && replay.salon().number() == this.salon)
			.size();
	}

}
