package org.salon.registration.registration;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.salon.events.link.LinkPurpose;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.registration.RegistrationCancelled;
import org.salon.events.registration.RegistrationConfirmed;
import org.salon.events.registration.RegistrationEvent;
import org.salon.events.registration.RegistrationState;
import org.salon.events.registration.RegistrationStatus;
import org.salon.events.registration.WaitlistPromoted;
import org.salon.registration.MovableClock;
import org.salon.registration.Published;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@RegistrationServiceTest
class PendingPlacesIT {

	private static final String CONFIRM = "\"capacity\": 1, \"signUp\": {\"confirmAddress\": true}";

	private static final String OFFER = "\"capacity\": 1, \"signUp\": {\"acceptWithin\": \"PT12H\"}";

	@Autowired
	private Site site;

	@Autowired
	private Published published;

	@Autowired
	private MovableClock clock;

	@Autowired
	private Lapses lapses;

	@AfterEach
	void resetClock() {
		this.clock.reset();
	}

	@Test
	void holdsSeatForADayUntilItsPersonConfirms() {
		int salon = this.site.announced(CONFIRM);
		assertThat(signUp(salon, "A")).isEqualTo("PENDING");
		RegistrationState pending = last(salon, "A", MemberRegistered.class);
		assertThat(pending.status()).isEqualTo(RegistrationStatus.PENDING);
		assertThat(pending.position()).isNull();
		assertThat(pending.confirmBy()).isCloseTo(Instant.now().plus(Duration.ofHours(24)),
				within(1, ChronoUnit.MINUTES));
		assertThat(this.site.get("/api/salons/" + salon).json().path("registered").asInt(0)).isEqualTo(1);
		assertThat(this.site.page("/salons/" + salon, "en").text()).contains("All seats are taken");
		String path = "/registrations/" + Tokens.registration(pending.registrationId());
		Site.Browser browser = this.site.browser();
		assertThat(browser.get(path).expect(200).text()).contains(path + "/confirm");
		assertThat(statuses(salon)).containsExactly("PENDING");
		assertThat(browser.submit(path + "/confirm", Map.of()).expect(302).header("Location")).endsWith(path);
		assertThat(browser.get(path).text()).contains("You have a place").doesNotContain(path + "/confirm");
		assertThat(confirm(pending).expect(200).json().path("status").asString("")).isEqualTo("REGISTERED");
		RegistrationState confirmed = last(salon, "A", RegistrationConfirmed.class);
		assertThat(confirmed.status()).isEqualTo(RegistrationStatus.REGISTERED);
		assertThat(confirmed.confirmBy()).isNull();
		assertThat(confirmed.calendarRevision()).isGreaterThan(pending.calendarRevision());
		this.clock.forward(Duration.ofHours(25));
		this.lapses.endDue();
		assertThat(statuses(salon)).containsExactly("REGISTERED");
	}

	@Test
	void answersAllAlikeAndMailsAgainOnlyAfterAnHour() {
		int salon = this.site.announced(CONFIRM);
		assertThat(List.of(signUp(salon, "A"), signUp(salon, "B"), signUp(salon, "A"))).containsOnly("PENDING");
		confirm(last(salon, "A", MemberRegistered.class)).expect(200);
		assertThat(signUp(salon, "A")).isEqualTo("PENDING");
		this.clock.forward(Duration.ofMinutes(61));
		RegistrationState before = last(salon, "B", MemberRegistered.class);
		assertThat(signUp(salon, "B")).isEqualTo("PENDING");
		RegistrationState asked = await("B asked again", salon, MemberRegistered.class,
				(state) -> state.name().equals("B") && state.confirmationRevision() == 2);
		// Else a seat could be kept for ever without an address.
		assertThat(asked.confirmBy()).isEqualTo(before.confirmBy());
		assertThat(statuses(salon)).containsExactly("REGISTERED", "PENDING");
	}

	@Test
	void linesUpWhoConfirmsWhenAllSeatsAreTaken() {
		int salon = this.site.announced(CONFIRM);
		for (String name : List.of("A", "B", "C", "D")) {
			signUp(salon, name);
		}
		assertThat(this.site.get("/api/salons/" + salon).json().path("waitlisted").asInt(-1)).isZero();
		assertThat(confirm(last(salon, "C", MemberRegistered.class)).json().path("status").asString(""))
			.isEqualTo("WAITLISTED");
		confirm(last(salon, "B", MemberRegistered.class)).expect(200);
		assertThat(last(salon, "C", RegistrationConfirmed.class).position()).isEqualTo(1);
		assertThat(last(salon, "B", RegistrationConfirmed.class).position()).isEqualTo(2);
		cancel(last(salon, "A", MemberRegistered.class));
		assertThat(last(salon, "C", WaitlistPromoted.class).status()).isEqualTo(RegistrationStatus.REGISTERED);
		cancel(last(salon, "B", MemberRegistered.class));
		cancel(last(salon, "C", MemberRegistered.class));
		assertThat(confirm(last(salon, "D", MemberRegistered.class)).json().path("status").asString(""))
			.as("one who waited to confirm until a seat was free")
			.isEqualTo("REGISTERED");
	}

	@Test
	void endsPlaceThatNobodyConfirmedAndSeatsTheNext() {
		int salon = this.site.announced(CONFIRM);
		signUp(salon, "A");
		signUp(salon, "B");
		confirm(last(salon, "B", MemberRegistered.class)).expect(200);
		RegistrationState late = last(salon, "A", MemberRegistered.class);
		this.clock.forward(Duration.ofHours(24));
		Site.Answer refused = confirm(late);
		assertThat(refused.expect(409).json().path("detail").asString(""))
			.contains("time to confirm this place is over");
		this.lapses.endDue();
		Awaitility.await("the end of A's place")
			.atMost(Duration.ofSeconds(20))
			.until(() -> statuses(salon).equals(List.of("CANCELLED", "REGISTERED")));
		assertThat(last(salon, "A", RegistrationCancelled.class).confirmBy()).isNull();
		assertThat(last(salon, "B", WaitlistPromoted.class).status()).isEqualTo(RegistrationStatus.REGISTERED);
		confirm(late).expect(409);
		assertThat(signUp(salon, "A")).isEqualTo("PENDING");
		assertThat(statuses(salon)).containsExactly("PENDING", "REGISTERED");
	}

	@Test
	void offersFreedSeatToOneAfterTheOther() {
		int salon = this.site.announced(OFFER);
		for (String name : List.of("A", "B", "C")) {
			signUp(salon, name);
		}
		cancel(last(salon, "A", MemberRegistered.class));
		RegistrationState offered = last(salon, "B", WaitlistPromoted.class);
		assertThat(offered.status()).isEqualTo(RegistrationStatus.PENDING);
		assertThat(offered.confirmBy()).isCloseTo(Instant.now().plus(Duration.ofHours(12)),
				within(1, ChronoUnit.MINUTES));
		assertThat(signUp(salon, "D")).isEqualTo("WAITLISTED");
		this.clock.forward(Duration.ofHours(12));
		this.lapses.endDue();
		RegistrationState next = last(salon, "C", WaitlistPromoted.class);
		assertThat(next.status()).isEqualTo(RegistrationStatus.PENDING);
		confirm(offered).expect(409);
		assertThat(confirm(next).expect(200).json().path("status").asString("")).isEqualTo("REGISTERED");
		assertThat(last(salon, "C", RegistrationConfirmed.class).status()).isEqualTo(RegistrationStatus.REGISTERED);
		assertThat(statuses(salon)).containsExactly("CANCELLED", "CANCELLED", "REGISTERED", "WAITLISTED");
	}

	@Test
	void offersUntilTheStartAtMostAndAsksNobodyAfterIt() {
		int salon = this.site.announced("\"capacity\": 1, \"signUp\": {\"acceptWithin\": \"P30D\"}");
		for (String name : List.of("A", "B", "C")) {
			signUp(salon, name);
		}
		cancel(last(salon, "A", MemberRegistered.class));
		Instant start = Instant.parse(this.site.get("/api/salons/" + salon).json().path("startsAt").asString(""));
		assertThat(last(salon, "B", WaitlistPromoted.class).confirmBy()).isEqualTo(start);
		this.clock.forward(Duration.ofDays(3).plusMinutes(1));
		this.lapses.endDue();
		assertThat(last(salon, "C", WaitlistPromoted.class).status()).isEqualTo(RegistrationStatus.REGISTERED);
	}

	@Test
	void seatsAllInLineWithoutAskingWhenSeatsAreNoLongerLimited() {
		int salon = this.site.announced(OFFER);
		signUp(salon, "A");
		signUp(salon, "B");
		this.site.operate("PUT", "/api/salons/" + salon, Site.salon(salon, "\"capacity\": null")).expect(200);
		assertThat(statuses(salon)).containsExactly("REGISTERED", "REGISTERED");
	}

	@Test
	void endsWhatIsDueForWhoSignsUpBeforeTheNextRound() {
		int salon = this.site.announced(OFFER);
		signUp(salon, "A");
		signUp(salon, "B");
		cancel(last(salon, "A", MemberRegistered.class));
		this.clock.forward(Duration.ofHours(13));
		assertThat(signUp(salon, "B")).isEqualTo("REGISTERED");
		assertThat(statuses(salon)).containsExactly("CANCELLED", "REGISTERED");
	}

	@Test
	void takesPlaceByTheMailsLinkWithoutConfirmingAgain() {
		int salon = this.site.announced(CONFIRM);
		signUp(salon, "A");
		RegistrationState pending = last(salon, "A", MemberRegistered.class);
		cancel(pending);
		String path = "/registrations/" + Tokens.registration(pending.registrationId());
		this.site.send(this.site.request(path + "/register").POST(BodyPublishers.noBody())).expect(200);
		assertThat(statuses(salon)).containsExactly("REGISTERED");
	}

	@Test
	void endsEachPlaceOnceWhenSeveralInstancesRun() throws Exception {
		List<Integer> salons = IntStream.range(0, 3).mapToObj((i) -> this.site.announced(CONFIRM)).toList();
		for (int salon : salons) {
			for (String name : List.of("A", "B", "C")) {
				signUp(salon, name);
			}
		}
		this.clock.forward(Duration.ofHours(24));
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			Callable<Boolean> round = () -> {
				this.lapses.endDue();
				return true;
			};
			for (Future<Boolean> done : threads.invokeAll(List.of(round, round, round, round))) {
				assertThat(done.get()).isTrue();
			}
		}
		for (int salon : salons) {
			Awaitility.await("the end of all places")
				.atMost(Duration.ofSeconds(20))
				.until(() -> cancellations(salon).size() == 3);
			assertThat(cancellations(salon)).extracting(Published.Event::version).containsOnly(2L);
			assertThat(statuses(salon)).containsOnly("CANCELLED");
		}
	}

	@Test
	void refusesConfirmationByForeignAndWrongLinks() {
		int salon = this.site.announced(CONFIRM);
		signUp(salon, "A");
		UUID id = last(salon, "A", MemberRegistered.class).registrationId();
		for (String token : List.of("x", Tokens.registration(UUID.randomUUID()),
				Tokens.sign(LinkPurpose.UNSUBSCRIBE, id, 1))) {
			this.site.send(this.site.request("/registrations/" + token + "/confirm").POST(BodyPublishers.noBody()))
				.expect(404);
		}
		this.site.get("/registrations/" + Tokens.registration(id) + "/confirm").expect(405);
		assertThat(statuses(salon)).containsExactly("PENDING");
	}

	private String signUp(int salon, String name) {
		return this.site.signUp(salon, name, name.toLowerCase(Locale.ROOT) + salon + "@example.org")
			.expect(201)
			.json()
			.path("status")
			.asString("");
	}

	private Site.Answer confirm(RegistrationState state) {
		return post(state, "/confirm");
	}

	private void cancel(RegistrationState state) {
		post(state, "/cancel").expect(200);
	}

	private Site.Answer post(RegistrationState state, String action) {
		String path = "/registrations/" + Tokens.registration(state.registrationId()) + action;
		return this.site.send(this.site.request(path).header("Accept-Language", "en").POST(BodyPublishers.noBody()));
	}

	private List<String> statuses(int salon) {
		JsonNode items = this.site.attendees(salon).path("items");
		return items.valueStream()
			.sorted(Comparator.comparing((item) -> item.path("name").asString("")))
			.map((item) -> item.path("status").asString(""))
			.toList();
	}

	private RegistrationState last(int salon, String name, Class<? extends RegistrationEvent> type) {
		return await(type.getSimpleName() + " of " + name, salon, type, (state) -> state.name().equals(name));
	}

	private RegistrationState await(String what, int salon, Class<? extends RegistrationEvent> type,
			Predicate<RegistrationState> like) {
		Published.Event event = this.published.await(what,
				(data) -> type.isInstance(data) && ((RegistrationEvent) data).registration().salonNumber() == salon
						&& like.test(((RegistrationEvent) data).registration()));
		return ((RegistrationEvent) event.data()).registration();
	}

	private List<Published.Event> cancellations(int salon) {
		return this.published.matching((event) -> event instanceof RegistrationCancelled cancelled
				&& cancelled.registration().salonNumber() == salon);
	}

}
