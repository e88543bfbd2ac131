package org.salon.registration.guard;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import org.salon.registration.MovableClock;
import org.salon.registration.SalonProperties;
import org.salon.registration.Site;
import org.salon.registration.input.Checks;
import org.salon.registration.input.FieldProblem;
import org.salon.registration.input.InvalidFields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FormGuardTests {

	private static final String ADDRESS = "ada@example.org";

	private final MovableClock clock = new MovableClock();

	private final Seal seal = new Seal(properties(true));

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	@Test
	void takesFormThatTookItsTime() {
		FormGuard guard = guard("none", true);
		this.request.setParameter("stamp", guard.extras(this.request, "").stamp());
		this.clock.forward(Duration.ofSeconds(3));
		assertThat(complaints(guard, ADDRESS)).isEmpty();
	}

	@Test
	void asksOnceMoreAfterSubmissionQuickerThanAnyPersonAndTakesItThen() {
		FormGuard guard = guard("none", true);
		this.request.setParameter("stamp", guard.extras(this.request, "").stamp());
		assertThat(complaints(guard, ADDRESS)).containsExactly("stamp form.quick");
		this.request.setParameter("stamp", guard.extras(this.request, ADDRESS).stamp());
		this.clock.forward(Duration.ofSeconds(3));
		assertThat(complaints(guard, ADDRESS)).isEmpty();
	}

	@Test
	void asksOnceMoreWithFreshStampAfterOldOrForgedOne() {
		FormGuard guard = guard("none", true);
		String stamp = guard.extras(this.request, "").stamp();
		this.clock.forward(FormStamp.LIFE.plusSeconds(1));
		for (String bad : List.of(stamp, "", "1.x", "99999999999999999999.x", stamp.replace('.', '0'), stamp + "x",
				(this.clock.millis() - 5000) + stamp.substring(stamp.indexOf('.')))) {
			this.request.setParameter("stamp", bad);
			assertThat(complaints(guard, ADDRESS)).as(bad).containsExactly("stamp form.stale");
			assertThat(guard.extras(this.request, ADDRESS).stamp()).isNotEqualTo(bad);
		}
	}

	@Test
	void asksNothingWhereLimitsAreOff() {
		assertThat(complaints(guard("none", false), ADDRESS)).isEmpty();
	}

	@Test
	void pointsOutSlipUntilPersonSaysThatItIsRight() {
		FormGuard guard = guard("none", false);
		assertThat(complaints(guard, "ada@gamil.com")).containsExactly("email form.email.meant");
		assertThat(guard.extras(this.request, "ada@gamil.com").meant()).isEqualTo("ada@gmail.com");
		this.request.setParameter("emailIsRight", "ada@gamil.com");
		assertThat(complaints(guard, "ada@gamil.com")).isEmpty();
		assertThat(complaints(guard, "eve@gamil.com")).containsExactly("email form.email.meant");
	}

	@Test
	void putsChallengeThatIsSetAndTakesRightAnswerOnly() {
		FormGuard guard = guard("arithmetic", false);
		assertThat(complaints(guard, ADDRESS)).containsExactly("challenge form.challenge.wrong");
		Challenge.Put put = guard.extras(this.request, "").challenge();
		assertThat(put).isNotNull();
		int sum = List.of(put.question().split(" \\+ ")).stream().mapToInt(Integer::parseInt).sum();
		this.request.setParameter("challengeProof", put.proof());
		this.request.setParameter("challengeAnswer", Integer.toString(sum + 1));
		assertThat(complaints(guard, ADDRESS)).containsExactly("challenge form.challenge.wrong");
		this.request.setParameter("challengeAnswer", " " + sum);
		assertThat(complaints(guard, ADDRESS)).isEmpty();
		this.clock.forward(Duration.ofDays(2));
		assertThat(complaints(guard, ADDRESS)).containsExactly("challenge form.challenge.wrong");
	}

	@Test
	void refusesToStartWithChallengeThatIsNotThere() {
		assertThatIllegalArgumentException().isThrownBy(() -> guard("riddle", true)).withMessageContaining("riddle");
	}

	private List<String> complaints(FormGuard guard, String email) {
		Checks checks = new Checks();
		guard.check(this.request, email, checks);
		try {
			checks.done();
			return List.of();
		}
		catch (InvalidFields ex) {
			return ex.problems().stream().map(FormGuardTests::words).toList();
		}
	}

	private static String words(FieldProblem problem) {
		return problem.field() + " " + problem.code();
	}

	private FormGuard guard(String challenge, boolean limits) {
		return new FormGuard(new FormStamp(this.seal, this.clock), List.of(new Arithmetic(this.seal, this.clock)),
				new GuardProperties(Duration.ofSeconds(2), challenge), properties(limits));
	}

	private static SalonProperties properties(boolean limits) {
		URI here = URI.create("http://localhost");
		return new SalonProperties(new SalonProperties.Operator("pw"), Site.LINK_KEY, here, here, here, here, here,
				Locale.ENGLISH, limits, null);
	}

}
