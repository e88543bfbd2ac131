package org.salon.registration.link;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import org.salon.events.salon.DeadLink;
import org.salon.events.salon.DeadLinkReason;
import org.salon.events.salon.LinksChecked;
import org.salon.outbound.Receiver;
import org.salon.registration.Published;
import org.salon.registration.RegistrationServiceTest;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationServiceTest
class LinkCheckIT {

	@Autowired
	private BeanFactory parts;

	@Autowired
	private Published published;

	@Autowired
	private Links links;

	private final Receiver server = new Receiver();

	private LinkWorld world;

	private SteppedClock clock;

	@BeforeEach
	void begin() {
		this.world = new LinkWorld(this.parts);
		this.clock = this.world.clock();
		this.world.parkOthers();
	}

	@AfterEach
	void end() throws Exception {
		this.world.parkOthers();
		this.server.close();
		this.world.close();
	}

	@Test
	void asksForThePageOnlyWhereItsHeadersTellNothing() throws Exception {
		this.server.page("/fine", 200, 500);
		this.server.page("/no-head", 405, 200);
		this.server.page("/not-for-head", 404, 200);
		this.server.page("/kept-from-head", 403, 200);
		this.server.page("/ill-at-head", 501, 200);
		List<String> paths = List.of("/fine", "/no-head", "/not-for-head", "/kept-from-head", "/ill-at-head");
		check(paths);
		assertThat(paths).allSatisfy((path) -> assertThat(state(path)).isEqualTo("ALIVE FOUND"));
		assertThat(asked("/fine")).containsExactly("HEAD");
		assertThat(asked("/no-head")).containsExactly("HEAD", "GET");
		assertThat(this.server.requests().getFirst().headers()).containsEntry("User-Agent",
				"Salon link check (+http://localhost:8080)");
	}

	@Test
	void tellsWhatFailedFromWhatCannotBeChecked() throws Exception {
		this.server.page("/missing", 404, 404);
		this.server.page("/gone", 410, 410);
		this.server.page("/ill", 500, 500);
		this.server.page("/login", 401, 401);
		this.server.page("/kept", 403, 403);
		this.server.page("/no-programs", 412, 412);
		this.server.hang("/hanging");
		this.server.endless("/endless");
		check(List.of("/missing", "/gone", "/ill", "/login", "/kept", "/no-programs", "/hanging", "/endless"));
		assertThat(state("/missing")).isEqualTo("SUSPECT GONE");
		assertThat(state("/gone")).isEqualTo("SUSPECT GONE");
		assertThat(state("/ill")).isEqualTo("SUSPECT SERVER_ERROR");
		assertThat(state("/login")).isEqualTo("UNKNOWN REFUSED");
		assertThat(state("/kept")).isEqualTo("UNKNOWN REFUSED");
		assertThat(state("/no-programs")).isEqualTo("UNKNOWN REFUSED");
		assertThat(state("/hanging")).isEqualTo("SUSPECT TIMEOUT");
		assertThat(state("/endless")).isEqualTo("ALIVE FOUND");
	}

	@Test
	void knowsServersThatAreNotThere() throws Exception {
		int port = this.server.port();
		this.server.close();
		String closed = "http://127.0.0.1:" + port + "/";
		this.world.salonWith(closed, "https://no-such-host.invalid/" + port);
		this.world.checkAllDue();
		assertThat(this.world.state(closed)).isEqualTo("SUSPECT UNREACHABLE");
		assertThat(this.world.state("https://no-such-host.invalid/" + port)).isEqualTo("SUSPECT NO_SUCH_HOST");
	}

	@Test
	void followsRedirectsButNotWithoutEndNorIntoOurNetwork() throws Exception {
		this.server.redirect("/moved", "new?id=1");
		this.server.page("/new", 200, 200);
		this.server.redirect("/loop", "/loop");
		this.server.redirect("/inside", "http://localhost:" + this.server.port() + "/secret");
		this.server.redirect("/private", "http://0x0a.1/");
		this.server.redirect("/metadata", "http://169.254.169.254/latest/");
		this.server.redirect("/elsewhere", "file:///etc/passwd");
		check(List.of("/moved", "/loop", "/inside", "/private", "/metadata", "/elsewhere"));
		assertThat(state("/moved")).isEqualTo("ALIVE FOUND");
		assertThat(this.world.link(url("/moved")).get("redirectedTo").stringValue()).isEqualTo(url("/new?id=1"));
		assertThat(state("/loop")).isEqualTo("SUSPECT REDIRECTS");
		assertThat(asked("/loop")).hasSize(6);
		assertThat(state("/inside")).isEqualTo("UNKNOWN NOT_PUBLIC");
		assertThat(state("/metadata")).isEqualTo("UNKNOWN NOT_PUBLIC");
		assertThat(state("/elsewhere")).isEqualTo("UNKNOWN UNREADABLE");
		assertThat(state("/private")).startsWith("UNKNOWN ").doesNotEndWith("FOUND");
		assertThat(asked("/secret")).isEmpty();
	}

	@Test
	void leavesAHostAloneForAsLongAsItAsks() throws Exception {
		this.server.page("/busy", 429, 429, "Retry-After", "7200");
		this.server.page("/other", 200, 200);
		this.world.salonWith(url("/busy"));
		this.world.checkAllDue();
		assertThat(state("/busy")).isEqualTo("UNKNOWN –");
		this.world.salonWith(url("/other"));
		this.clock.forward(Duration.ofMinutes(119));
		assertThat(this.world.checker().checkNext()).isFalse();
		assertThat(asked("/other")).isEmpty();
		this.clock.forward(Duration.ofMinutes(2));
		this.world.checkAllDue();
		assertThat(state("/other")).isEqualTo("ALIVE FOUND");
		assertThat(asked("/busy")).containsExactly("HEAD", "HEAD");
	}

	@Test
	void backsOffFurtherFromAHostThatIsNotThereForUs() throws Exception {
		this.server.page("/down", 503, 503);
		this.world.salonWith(url("/down"));
		this.world.checkAllDue();
		for (int minutes : new int[] { 1, 2, 4, 8 }) {
			this.clock.forward(Duration.ofMinutes(minutes).minusSeconds(5));
			assertThat(this.world.checker().checkNext()).isFalse();
			this.clock.forward(Duration.ofSeconds(6));
			assertThat(this.world.checker().checkNext()).isTrue();
		}
		assertThat(state("/down")).isEqualTo("UNKNOWN –");
		assertThat(asked("/down")).hasSize(5).containsOnly("HEAD");
	}

	@Test
	void tellsOthersWhenALinkDiesAndWhenItIsAliveAgain() throws Exception {
		this.server.page("/dying", 404, 404);
		this.server.page("/fine", 200, 200);
		int salon = this.world.salonWith(url("/dying"), url("/fine"));
		this.world.checkAllDue();
		Instant since = Instant.parse(this.world.link(url("/dying")).get("failingSince").stringValue());
		for (Duration wait : new Duration[] { Duration.ofHours(19), Duration.ofHours(37) }) {
			assertThat(state("/dying")).isEqualTo("SUSPECT GONE");
			this.clock.forward(wait);
			this.world.checkAllDue();
		}
		assertThat(state("/dying")).isEqualTo("DEAD GONE");
		LinksChecked died = told(salon, 1);
		assertThat(died.dead()).containsExactly(new DeadLink(url("/dying"), DeadLinkReason.GONE, since));
		this.server.page("/dying", 200, 200);
		this.clock.forward(Duration.ofDays(9));
		this.world.checkAllDue();
		assertThat(state("/dying")).isEqualTo("ALIVE FOUND");
		assertThat(told(salon, 2).dead()).isEmpty();
	}

	@Test
	void tellsOthersOfADeadLinkThatWasReplaced() throws Exception {
		this.server.page("/old", 410, 410);
		this.server.page("/new", 200, 200);
		int salon = this.world.salonWith(url("/old"));
		for (int i = 0; i < 3; i++) {
			this.world.checkAllDue();
			this.clock.forward(Duration.ofHours(37));
		}
		assertThat(told(salon, 1).dead()).hasSize(1);
		this.world.replaceLinks(salon, url("/new"));
		assertThat(told(salon, 2).dead()).isEmpty();
	}

	@Test
	void asksAHostOnceASecondOverAllInstances() throws Exception {
		List<Instant> asked = new CopyOnWriteArrayList<>();
		this.server.watch(() -> asked.add(this.clock.instant()));
		this.server.redirect("/moved", "/new");
		this.server.page("/new", 405, 200);
		this.world.salonWith(url("/moved"), url("/1"), url("/2"));
		LinkChecker one = this.world.checker();
		LinkChecker other = this.world.checker();
		while (this.world.dueBefore(this.clock.instant().plusSeconds(30)) > 0) {
			if (!one.checkNext() & !other.checkNext()) {
				this.clock.forward(Duration.ofMillis(100));
			}
		}
		assertThat(asked).hasSize(5);
		IntStream.range(1, asked.size())
			.forEach((i) -> assertThat(Duration.between(asked.get(i - 1), asked.get(i)))
				.isGreaterThanOrEqualTo(Duration.ofSeconds(1)));
	}

	@Test
	void sharesTheWorkWithOtherInstancesWithoutDoublingIt() throws Exception {
		List<String> paths = IntStream.range(0, 12).mapToObj((i) -> "/shared/" + i).toList();
		paths.forEach((path) -> this.server.page(path, 200, 200));
		this.world.salonWith(paths.stream().map(this::url).toArray(String[]::new));
		List<Thread> instances = IntStream.range(0, 3)
			.mapToObj((i) -> Thread.ofPlatform().start(this::checkUntilDone))
			.toList();
		for (Thread instance : instances) {
			instance.join(Duration.ofSeconds(60));
		}
		assertThat(this.server.requests()).extracting((request) -> request.uri().getPath())
			.containsExactlyInAnyOrderElementsOf(paths);
		assertThat(paths).allSatisfy((path) -> assertThat(state(path)).isEqualTo("ALIVE FOUND"));
	}

	@Test
	void takesOverFromAnInstanceThatDiedAndIgnoresItIfItDidNot() throws Exception {
		this.server.page("/left", 200, 200);
		this.world.salonWith(url("/left"));
		Links.Claim left = this.links.claim(this.clock.instant()).orElseThrow();
		assertThat(this.world.checker().checkNext()).isFalse();
		this.clock.forward(Duration.ofMinutes(16));
		this.world.checkAllDue();
		assertThat(this.links.settle(left, LinkHistory.fresh(this.clock.instant()))).isFalse();
		assertThat(state("/left")).isEqualTo("ALIVE FOUND");
	}

	private void checkUntilDone() {
		try {
			this.world.checkAllDue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void check(List<String> paths) throws InterruptedException {
		this.world.salonWith(paths.stream().map(this::url).toArray(String[]::new));
		this.world.checkAllDue();
	}

	private String url(String path) {
		return this.server.url(path);
	}

	private String state(String path) {
		return this.world.state(url(path));
	}

	private List<String> asked(String path) {
		return this.server.requests()
			.stream()
			.filter((request) -> request.uri().getPath().equals(path))
			.map(Receiver.Request::method)
			.toList();
	}

	private LinksChecked told(int salon, long version) {
		this.published.await("version " + version + " of links/" + salon,
				(event) -> event instanceof LinksChecked checked && checked.salonNumber() == salon
						&& this.published.of("links/" + salon).stream().anyMatch((told) -> told.version() == version));
		return (LinksChecked) this.published.of("links/" + salon)
			.stream()
			.filter((told) -> told.version() == version)
			.findFirst()
			.orElseThrow()
			.data();
	}

}
