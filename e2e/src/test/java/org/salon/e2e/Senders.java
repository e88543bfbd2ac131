package org.salon.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;

/**
 * Two notification-services on one ledger: that of a running system, which is started
 * again when it dies, and a second one. Many people hold places in one salon, which is
 * far ahead: some have signed up, the others are copies of one of them in the ledger.
 */
final class Senders implements AutoCloseable {

	static final int PEOPLE = 1_000;

	private static final int SIGN_UPS = 50;

	static final int SALON = 7;

	/** Of each of the two to the mail server. */
	static final int CONNECTIONS = 4;

	/** Doors of the mail server. */
	static final String FIRST = "first";

	static final String SECOND = "second";

	static final Duration LONG = Duration.ofMinutes(2);

	private final AcceptanceLog log;

	private final FaultyMailServer server;

	private final FaultTable table;

	private final long seed;

	private final int reminders;

	private final RunningSystem system;

	private final SecondInstance second;

	private final DeliveryLedger ledger;

	private final Set<String> people = new HashSet<>();

	/**
	 * Starts the system.
	 * @param reminders how many each person is to get
	 */
	Senders(Path folder, long seed, int reminders) throws IOException {
		this.seed = seed;
		this.reminders = reminders;
		this.table = new FaultTable(seed);
		this.log = new AcceptanceLog(folder.resolve("accepted.log"));
		this.server = new FaultyMailServer(this.log, FIRST, SECOND);
		this.system = RunningSystem.start(folder.resolve("system"), settings(FIRST));
		this.second = new SecondInstance(this.system, settings(SECOND));
		this.ledger = new DeliveryLedger(this.system);
	}

	/** Starts the second, while people sign up. */
	void start() {
		CompletableFuture<Void> started = CompletableFuture.runAsync(this.second::start, Thread::startVirtualThread);
		new Desk(this.system).announce(SALON, "Shared", Instant.now().plus(Duration.ofDays(40)), Duration.ofHours(2),
				"");
		this.people.addAll(signUp(SALON,
				IntStream.range(0, SIGN_UPS).mapToObj((n) -> "ada" + n + "@example.org").collect(Collectors.toSet())));
		Awaitility.await("they are confirmed")
			.atMost(LONG)
			.until(() -> this.ledger.count(SALON, "CONFIRMATION", "SENT") == SIGN_UPS
					&& this.ledger.count(SALON, "REMINDER", "PLANNED") == SIGN_UPS * this.reminders);
		this.ledger.copy("ada0@example.org", "reader", PEOPLE - SIGN_UPS);
		IntStream.rangeClosed(1, PEOPLE - SIGN_UPS).forEach((n) -> this.people.add("reader" + n + "@example.org"));
		started.join();
	}

	private Map<String, String> settings(String door) {
		Map<String, String> settings = new HashMap<>();
		settings.put("SALON_RATE_LIMITS", "off");
		settings.put("SALON_SMTP_HOST", "127.0.0.1");
		settings.put("SALON_SMTP_PORT", Integer.toString(this.server.port(door)));
		settings.put("SPRING_MAIL_PORT", Integer.toString(this.server.port(door)));
		settings.put("SALON_REMINDERS",
				IntStream.rangeClosed(1, this.reminders)
					.mapToObj((hour) -> "PT" + hour + "H")
					.collect(Collectors.joining(",")));
		settings.put("SALON_SENDER_CONNECTIONS", Integer.toString(CONNECTIONS));
		settings.put("SALON_SENDER_LEASE", "PT3S");
		settings.put("SALON_SENDER_POLL", "PT0.2S");
		settings.put("SALON_SENDER_FIRSTRETRY", "PT0.2S");
		settings.put("SALON_SENDER_LONGESTRETRY", "PT1S");
		settings.put("SALON_SENDER_FIRSTPAUSE", "PT0.2S");
		settings.put("SALON_SENDER_LONGESTPAUSE", "PT1S");
		settings.put("SALON_SMTP_MESSAGESPERCONNECTION", "20");
		return settings;
	}

	/** The addresses whose sign-up was answered with 201. */
	Set<String> signUp(int salon, Set<String> addresses) {
		Set<String> good = ConcurrentHashMap.newKeySet();
		try (ExecutorService people = Executors.newFixedThreadPool(8)) {
			addresses.forEach((address) -> people.submit(() -> {
				if (Http
					.postJson(this.system.registration() + "/api/salons/" + salon + "/registrations",
							"{\"name\":\"Ada\",\"email\":\"%s\",\"locale\":\"en\"}".formatted(address))
					.statusCode() == 201) {
					good.add(address);
				}
			}));
		}
		return good;
	}

	/**
	 * Holds the second up, if it can be met so while it has rows locked: nobody else can
	 * have these then, however long ago its lease ran out.
	 */
	void stopSecondAmidATransaction() {
		AtomicInteger tries = new AtomicInteger();
		Awaitility.await("it is amid a transaction").atMost(LONG).pollInterval(Duration.ofMillis(20)).until(() -> {
			this.second.signal("STOP");
			if (tries.incrementAndGet() == 20 || this.ledger.idles(Duration.ofMillis(150))) {
				return true;
			}
			this.second.signal("CONT");
			return false;
		});
	}

	/** Waits until the one that is started again by itself is ready. */
	void awaitFirst() {
		Awaitility.await("the supervised one is back")
			.atMost(LONG)
			.ignoreException(IllegalStateException.class)
			.until(() -> Http.get(this.system.notification() + "/actuator/health/readiness").statusCode() == 200);
	}

	AcceptanceLog log() {
		return this.log;
	}

	FaultyMailServer server() {
		return this.server;
	}

	FaultTable table() {
		return this.table;
	}

	long seed() {
		return this.seed;
	}

	int reminders() {
		return this.reminders;
	}

	RunningSystem system() {
		return this.system;
	}

	SecondInstance second() {
		return this.second;
	}

	DeliveryLedger ledger() {
		return this.ledger;
	}

	/** Who holds a place in the salon. */
	Set<String> people() {
		return this.people;
	}

	@Override
	public void close() throws IOException {
		this.second.close();
		this.system.close();
		this.server.close();
		this.log.close();
	}

}
