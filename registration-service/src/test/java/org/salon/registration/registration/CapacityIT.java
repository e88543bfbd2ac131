package org.salon.registration.registration;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.salon.events.registration.RegistrationEvent;
import org.salon.events.registration.RegistrationState;
import org.salon.events.registration.RegistrationStatus;
import org.salon.registration.Published;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** 200 people at once for 50 seats. */
@RegistrationServiceTest
class CapacityIT {

	private static final int SEATS = 50;

	private static final int PEOPLE = 200;

	private static final List<Integer> LINE = IntStream.rangeClosed(1, PEOPLE - SEATS).boxed().toList();

	@Autowired
	private Site site;

	@Autowired
	private Published published;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void seatsFiftyAndPutsTheRestInLineInTheOrderInWhichTheyCame() throws Exception {
		int salon = this.site.announced("\"capacity\": " + SEATS);
		List<Call> calls = atOnce((i) -> this.site.signUp(salon, "Guest " + i, address(i, salon))
			.expect(201)
			.json()
			.path("status")
			.asString(""));
		assertThat(calls).filteredOn((call) -> call.status().equals("REGISTERED")).hasSize(SEATS);
		JsonNode json = this.site.get("/api/salons/" + salon).json();
		assertThat(json.path("registered").asInt(0)).isEqualTo(SEATS);
		assertThat(json.path("waitlisted").asInt(0)).isEqualTo(PEOPLE - SEATS);
		Map<UUID, RegistrationState> last = events(salon, PEOPLE);
		assertThat(last.values().stream().map(RegistrationState::status))
			.filteredOn(RegistrationStatus.REGISTERED::equals)
			.hasSize(SEATS);
		checkLine(salon, last,
				calls.stream()
					.filter((call) -> call.status().equals("WAITLISTED"))
					.collect(Collectors.toMap((call) -> address(call.person(), salon), (call) -> call)));
	}

	@Test
	void holdsFiftySeatsForThoseWhoConfirmAndLinesUpTheRestAsTheyConfirm() throws Exception {
		int salon = this.site.announced("\"capacity\": " + SEATS + ", \"signUp\": {\"confirmAddress\": true}");
		assertThat(atOnce((i) -> this.site.signUp(salon, "Guest " + i, address(i, salon))
			.expect(201)
			.json()
			.path("status")
			.asString(""))).extracting(Call::status).containsOnly("PENDING");
		JsonNode json = this.site.get("/api/salons/" + salon).json();
		assertThat(json.path("registered").asInt(0)).isEqualTo(SEATS);
		List<RegistrationState> pending = List.copyOf(events(salon, PEOPLE).values());
		List<Call> calls = atOnce((i) -> confirm(pending.get(i).registrationId()));
		assertThat(calls).filteredOn((call) -> call.status().equals("REGISTERED")).hasSize(SEATS);
		json = this.site.get("/api/salons/" + salon).json();
		assertThat(json.path("registered").asInt(0)).isEqualTo(SEATS);
		assertThat(json.path("waitlisted").asInt(0)).isEqualTo(PEOPLE - SEATS);
		checkLine(salon, events(salon, 2 * PEOPLE),
				calls.stream()
					.filter((call) -> call.status().equals("WAITLISTED"))
					.collect(Collectors.toMap((call) -> pending.get(call.person()).email(), (call) -> call)));
	}

	private String confirm(UUID registration) {
		return this.site
			.send(this.site.request("/registrations/" + Tokens.registration(registration) + "/confirm")
				.POST(BodyPublishers.noBody()))
			.expect(200)
			.json()
			.path("status")
			.asString("");
	}

	private void checkLine(int salon, Map<UUID, RegistrationState> last, Map<String, Call> calls) {
		List<RegistrationState> line = last.values()
			.stream()
			.filter((state) -> state.status() == RegistrationStatus.WAITLISTED)
			.sorted(Comparator.comparing(RegistrationState::position))
			.toList();
		assertThat(line).extracting(RegistrationState::position).isEqualTo(LINE);
		assertThat(this.jdbc
			.sql("select id from registration where salon_number = ? and status = 'WAITLISTED' order by line")
			.param(salon)
			.query(UUID.class)
			.list()).isEqualTo(line.stream().map(RegistrationState::registrationId).toList());
		// Who was answered before another one asked stands before them.
		long latestStart = Long.MIN_VALUE;
		for (RegistrationState waiting : line) {
			Call call = calls.get(waiting.email());
			assertThat(call.end()).as("end of number " + waiting.position()).isGreaterThan(latestStart);
			latestStart = Math.max(latestStart, call.start());
		}
	}

	/** The last state of each place, once there are that many events in all. */
	private Map<UUID, RegistrationState> events(int salon, int count) {
		Awaitility.await("all events of the salon")
			.atMost(Duration.ofSeconds(30))
			.until(() -> of(salon).size() == count);
		Map<UUID, List<Published.Event>> places = of(salon).stream()
			.collect(Collectors.groupingBy((event) -> state(event).registrationId()));
		assertThat(places).hasSize(PEOPLE);
		assertThat(places.values()).allSatisfy((events) -> assertThat(events.stream().map(Published.Event::version))
			.containsExactlyElementsOf(LongStream.rangeClosed(1, count / PEOPLE).boxed().toList()));
		return places.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> state(entry.getValue().getLast())));
	}

	private List<Published.Event> of(int salon) {
		return this.published.matching((event) -> event instanceof RegistrationEvent registration
				&& registration.registration().salonNumber() == salon);
	}

	private static RegistrationState state(Published.Event event) {
		return ((RegistrationEvent) event.data()).registration();
	}

	private static String address(int person, int salon) {
		return "guest" + person + "-" + salon + "@example.org";
	}

	private static List<Call> atOnce(Action action) throws InterruptedException, ExecutionException {
		try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
			List<Callable<Call>> calls = IntStream.range(0, PEOPLE).mapToObj((i) -> (Callable<Call>) () -> {
				long start = System.nanoTime();
				String status = action.of(i);
				return new Call(i, status, start, System.nanoTime());
			}).toList();
			List<Call> done = new ArrayList<>();
			for (Future<Call> call : threads.invokeAll(calls)) {
				done.add(call.get());
			}
			return done;
		}
	}

	private interface Action {

		String of(int person);

	}

	private record Call(int person, String status, long start, long end) {
	}

}
