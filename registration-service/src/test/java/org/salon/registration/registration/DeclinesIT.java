package org.salon.registration.registration;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.salon.events.DomainEvent;
import org.salon.events.invitation.InvitationAnswer;
import org.salon.events.invitation.InvitationAnswered;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.registration.RegistrationCancelled;
import org.salon.events.registration.RegistrationEvent;
import org.salon.events.registration.RegistrationState;
import org.salon.events.registration.WaitlistPromoted;
import org.salon.messaging.suite.EventProducer;
import org.salon.registration.MovableClock;
import org.salon.registration.Published;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who declines the invitation in their calendar gives the place back, where that is so.
 */
@RegistrationServiceTest
class DeclinesIT {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	@Autowired
	private Site site;

	@Autowired
	private Published published;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MovableClock clock;

	@Autowired
	private KafkaConnectionDetails kafka;

	private EventProducer notification;

	private int salon;

	private RegistrationState place;

	@BeforeEach
	void signUp() {
		this.notification = new EventProducer(String.join(",", this.kafka.getBootstrapServers()));
		this.salon = this.site.announced("\"capacity\": 1");
		this.site.signUp(this.salon, "Guest", "declines" + this.salon + "@example.org").expect(201);
		Published.Event event = this.published.await("the place", (data) -> data instanceof MemberRegistered registered
				&& registered.registration().salonNumber() == this.salon);
		this.place = ((MemberRegistered) event.data()).registration();
	}

	@AfterEach
	void close() {
		this.clock.reset();
		this.notification.close();
	}

	@Test
	void givesThePlaceToTheNextInLineAndOnlyOnce() {
		this.site.signUp(this.salon, "Next", "next" + this.salon + "@example.org").expect(201);
		answer(InvitationAnswer.DECLINED, 0, 1);
		awaitStatus("CANCELLED");
		Published.Event cancelled = this.published.await("the cancellation", ofPlace(RegistrationCancelled.class));
		assertThat(cancelled.version()).isEqualTo(2);
		assertThat(((RegistrationCancelled) cancelled.data()).registration().calendarRevision()).isEqualTo(1);
		this.published.await("the promotion",
				(event) -> event instanceof WaitlistPromoted moved && moved.registration().salonNumber() == this.salon);
		answer(InvitationAnswer.DECLINED, 0, 2);
		awaitHandled(2);
		assertThat(this.published.matching(ofPlace(RegistrationCancelled.class))).hasSize(1);
		assertThat(attendee().path("status").asString("")).isEqualTo("CANCELLED");
	}

	@Test
	void showsTheAnswerToTheOperatorAndToThePerson() {
		answer(InvitationAnswer.TENTATIVE, 0, 1);
		awaitHandled(1);
		assertThat(attendee().path("calendarAnswer").asString("")).isEqualTo("TENTATIVE");
		assertThat(attendee().path("status").asString("")).isEqualTo("REGISTERED");
		Site.Browser operator = this.site.browser().login();
		assertThat(operator.get("/operator/salons/" + this.salon).expect(200).text())
			.contains("tentative in the calendar");
		assertThat(operator.speaking("zh-CN").get("/operator/salons/" + this.salon).expect(200).text())
			.contains("日历答复：待定");
	}

	@Test
	void keepsAPlaceWhoseSalonHasAnotherTimeSince() {
		Instant start = Instant.now().plus(4, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
		String moved = """
				{"number": %d, "title": "Moved", "startsAt": "%s", "endsAt": "%s", "zone": "Asia/Shanghai", "capacity": 1}"""
			.formatted(this.salon, start, start.plus(2, ChronoUnit.HOURS));
		this.site.operate("PUT", "/api/salons/" + this.salon, moved).expect(200);
		answer(InvitationAnswer.DECLINED, 0, 1);
		awaitSettled();
		assertThat(attendee().path("status").asString("")).isEqualTo("REGISTERED");
		assertThat(attendee().hasNonNull("calendarAnswer")).as("it was about another date").isFalse();
		answer(InvitationAnswer.DECLINED, 1, 2);
		awaitStatus("CANCELLED");
	}

	@Test
	void keepsAPlaceThatWasGivenBackAndTakenAgain() {
		String path = "/registrations/" + Tokens.registration(this.place.registrationId());
		this.site.post(path + "/cancel", "").expect(200);
		this.site.signUp(this.salon, "Guest", "declines" + this.salon + "@example.org").expect(201);
		answer(InvitationAnswer.DECLINED, 0, 1);
		awaitSettled();
		assertThat(attendee().path("status").asString("")).isEqualTo("REGISTERED");
		answer(InvitationAnswer.DECLINED, 2, 2);
		awaitStatus("CANCELLED");
	}

	@Test
	void keepsAPlaceAtASalonThatIsOver() {
		this.clock.forward(Duration.ofDays(4));
		answer(InvitationAnswer.DECLINED, 0, 1);
		awaitSettled();
		assertThat(attendee().path("status").asString("")).isEqualTo("REGISTERED");
	}

	@Test
	void givesNothingBackUnlessTheOperatorWantsIt() {
		AnswerProperties usual = new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("salon",
				AnswerProperties.class);
		assertThat(usual.declineCancels()).isFalse();
		CalendarAnswers answers = new CalendarAnswers(this.jdbc, usual);
		answers.note(answered(this.place.registrationId(), InvitationAnswer.DECLINED, 0));
		assertThat(answers.givingBack(1000)).doesNotContain(this.place.registrationId());
		assertThat(attendee().path("calendarAnswer").asString("")).isEqualTo("DECLINED");
	}

	@Test
	void ignoresAndForgetsAnswersOfWhoIsErased() {
		answer(InvitationAnswer.ACCEPTED, 0, 1);
		awaitHandled(1);
		this.site.operate("DELETE", "/api/members/" + this.place.memberId(), null).expect(204);
		answer(InvitationAnswer.DECLINED, 0, 2);
		awaitHandled(2);
		assertThat(this.jdbc.sql("select count(*) from invitation_answer where registration_id = ?")
			.param(this.place.registrationId())
			.query(Integer.class)
			.single()).isZero();
	}

	private void answer(InvitationAnswer answer, int sequence, long version) {
		this.notification.send(answered(this.place.registrationId(), answer, sequence), version);
	}

	private InvitationAnswered answered(UUID registration, InvitationAnswer answer, int sequence) {
		return new InvitationAnswered(registration, this.salon, this.place.memberId(), answer, sequence,
				Instant.now().truncatedTo(ChronoUnit.SECONDS));
	}

	private Predicate<DomainEvent> ofPlace(Class<? extends RegistrationEvent> type) {
		return (event) -> type.isInstance(event)
				&& ((RegistrationEvent) event).registration().registrationId().equals(this.place.registrationId());
	}

	private JsonNode attendee() {
		return this.site.attendees(this.salon)
			.path("items")
			.valueStream()
			.filter((one) -> one.path("id").asString("").equals(this.place.registrationId().toString()))
			.findFirst()
			.orElseThrow();
	}

	private void awaitStatus(String status) {
		Awaitility.await("the place is " + status)
			.atMost(PATIENCE)
			.until(() -> attendee().path("status").asString("").equals(status));
	}

	private void awaitHandled(long version) {
		Awaitility.await("answer " + version)
			.atMost(PATIENCE)
			.until(() -> this.jdbc
				.sql("select coalesce(max(version), 0) from messaging.aggregate_version where subject = ?")
				.param("invitation/" + this.place.registrationId())
				.query(Long.class)
				.single() >= version);
	}

	/** The answer has come, and what it asks for was looked at. */
	private void awaitSettled() {
		Awaitility.await("the answer is settled")
			.atMost(PATIENCE)
			.until(() -> this.jdbc
				.sql("select count(*) from invitation_answer where registration_id = ? and not gives_back")
				.param(this.place.registrationId())
				.query(Integer.class)
				.single() == 1);
	}

}
