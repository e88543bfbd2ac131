package org.salon.registration.link;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;

/** What follows from what a check found. */
class LinkHistoryTests {

	private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

	private static final LinkProperties RULES = new LinkProperties(true, Duration.ofDays(7), Duration.ofHours(18),
			Duration.ofHours(48), 3, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(15), 2, Set.of());

	private final LinkHistory fresh = LinkHistory.fresh(NOW);

	@ParameterizedTest
	@EnumSource(
			names = { "GONE", "SERVER_ERROR", "NO_SUCH_HOST", "UNREACHABLE", "TLS", "TIMEOUT", "REDIRECTS", "BROKEN" })
	void isInDoubtAfterAFirstFailureAndCheckedAgainSooner(Finding failure) {
		LinkHistory after = failed(this.fresh, failure, NOW);
		assertThat(after.state()).isEqualTo(LinkState.SUSPECT);
		assertThat(after.firstFailureAt()).isEqualTo(NOW);
		assertThat(after.nextCheckAt()).isEqualTo(NOW.plus(Duration.ofHours(18)));
	}

	@Test
	void isDeadAfterThreeFailuresOverTwoDays() {
		LinkHistory history = failed(this.fresh, Finding.GONE, NOW);
		history = failed(history, Finding.GONE, NOW.plus(Duration.ofHours(18)));
		assertThat(history.state()).isEqualTo(LinkState.SUSPECT);
		history = failed(history, Finding.TIMEOUT, NOW.plus(Duration.ofHours(54)));
		assertThat(history.state()).isEqualTo(LinkState.DEAD);
		assertThat(history.firstFailureAt()).isEqualTo(NOW);
		assertThat(history.finding()).isEqualTo(Finding.TIMEOUT);
	}

	@Test
	void isNotDeadAfterManyFailuresInAShortTimeNorAfterTwoInALongOne() {
		LinkHistory often = this.fresh;
		for (int i = 0; i < 10; i++) {
			often = failed(often, Finding.GONE, NOW.plus(Duration.ofHours(4).multipliedBy(i)));
		}
		assertThat(often.state()).isEqualTo(LinkState.SUSPECT);
		LinkHistory seldom = failed(failed(this.fresh, Finding.GONE, NOW), Finding.GONE, NOW.plus(Duration.ofDays(30)));
		assertThat(seldom.state()).isEqualTo(LinkState.SUSPECT);
	}

	@Test
	void waitsTwiceAsLongAfterEachFailureAndNeverLongerThanForALinkThatWorks() {
		LinkHistory history = this.fresh;
		Duration[] waits = { Duration.ofHours(18), Duration.ofHours(36), Duration.ofHours(72), Duration.ofHours(144),
				Duration.ofDays(7), Duration.ofDays(7) };
		for (Duration wait : waits) {
			history = failed(history, Finding.GONE, NOW);
			assertThat(history.nextCheckAt()).isEqualTo(NOW.plus(wait));
		}
		LinkHistory lasting = new LinkHistory(LinkState.DEAD, Finding.GONE, 404, null, 5000, NOW, NOW, NOW);
		assertThat(failed(lasting, Finding.GONE, NOW).nextCheckAt()).isEqualTo(NOW.plus(Duration.ofDays(7)));
	}

	@Test
	void spreadsChecksByAFifth() {
		Probe found = new Probe(Finding.FOUND, 200, null, null);
		assertThat(this.fresh.after(found, NOW, 1, RULES).nextCheckAt())
			.isEqualTo(NOW.plus(Duration.ofDays(7)).plus(Duration.ofDays(7).dividedBy(5)));
		assertThat(this.fresh.after(found, NOW, 0, RULES).nextCheckAt()).isEqualTo(NOW.plus(Duration.ofDays(7)));
	}

	@Test
	void isAliveAgainAtOnce() {
		LinkHistory alive = dead().after(new Probe(Finding.FOUND, 200, "https://example.org/new", null), NOW, 0, RULES);
		assertThat(alive.state()).isEqualTo(LinkState.ALIVE);
		assertThat(alive.failures()).isZero();
		assertThat(alive.firstFailureAt()).isNull();
		assertThat(alive.redirectedTo()).isEqualTo("https://example.org/new");
	}

	@ParameterizedTest
	@EnumSource(names = { "REFUSED", "NOT_PUBLIC", "UNREADABLE" })
	void isNotKnownWhereItCannotBeChecked(Finding finding) {
		LinkHistory after = dead().after(new Probe(finding, 401, null, null), NOW, 0, RULES);
		assertThat(after.state()).isEqualTo(LinkState.UNKNOWN);
		assertThat(after.failures()).isZero();
	}

	@Test
	void staysWhatItWasWhenTheServerHasTooMuchToDo() {
		Instant later = NOW.plus(Duration.ofHours(2));
		LinkHistory after = dead().after(Probe.later(later, 429), NOW, 0, RULES);
		assertThat(after).isEqualTo(new LinkHistory(LinkState.DEAD, Finding.GONE, 404, null, 3,
				NOW.minus(Duration.ofDays(3)), NOW.minus(Duration.ofDays(1)), later));
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "FOUND", "REFUSED", "NOT_PUBLIC", "UNREADABLE", "BUSY" })
	void hasAReasonForOthersOfEachFailure(Finding failure) {
		assertThat(failure.reason().name()).isEqualTo(failure.name());
	}

	private static LinkHistory failed(LinkHistory before, Finding failure, Instant at) {
		return before.after(new Probe(failure, null, null, null), at, 0, RULES);
	}

	private static LinkHistory dead() {
		return new LinkHistory(LinkState.DEAD, Finding.GONE, 404, null, 3, NOW.minus(Duration.ofDays(3)),
				NOW.minus(Duration.ofDays(1)), NOW);
	}

}
