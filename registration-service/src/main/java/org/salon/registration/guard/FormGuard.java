package org.salon.registration.guard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.salon.registration.SalonProperties;
import org.salon.registration.input.Checks;

/**
 * Looks at a form before it is taken. Whatever it finds, the form is shown again, filled
 * in: a person that it takes for a program presses the button once more.
 */
@Component
public class FormGuard {

	private static final String STAMP = "stamp";

	private static final String RIGHT = "emailIsRight";

	private final FormStamp stamps;

	private final Duration minimum;

	private final @Nullable Challenge challenge;

	FormGuard(FormStamp stamps, List<Challenge> challenges, GuardProperties guard, SalonProperties properties) {
		this.stamps = stamps;
		this.minimum = properties.rateLimits() ? guard.minimalFillTime() : Duration.ZERO;
		this.challenge = guard.challenge().equals("none") ? null
				: challenges.stream()
					.filter((one) -> one.name().equals(guard.challenge()))
					.findFirst()
					.orElseThrow(() -> new IllegalArgumentException("no challenge is named " + guard.challenge()));
	}

	/** Notes what keeps the form from being taken. */
	public void check(HttpServletRequest request, String email, Checks checks) {
		if (!this.minimum.isZero()) {
			Duration age = this.stamps.age(request.getParameter(STAMP));
			if (age == null) {
				checks.reject(STAMP, "form.stale");
			}
			else if (age.compareTo(this.minimum) < 0) {
				checks.reject(STAMP, "form.quick");
			}
		}
		if (this.challenge != null && !this.challenge.isMet(request)) {
			checks.reject("challenge", "form.challenge.wrong");
		}
		if (!email.equals(request.getParameter(RIGHT))) {
			MailDomains.suggestion(email).ifPresent((meant) -> checks.reject("email", "form.email.meant", meant));
		}
	}

	/** What a form has to carry; a stamp that still counts is handed out again. */
	public Extras extras(HttpServletRequest request, String email) {
		String stamp = request.getParameter(STAMP);
		boolean counts = stamp != null && this.stamps.age(stamp) != null;
		return new Extras((stamp != null && counts) ? stamp : this.stamps.issue(),
				(this.challenge != null) ? this.challenge.put() : null, MailDomains.suggestion(email).orElse(null),
				Optional.ofNullable(request.getParameter(RIGHT)).filter(email::equals).isPresent());
	}

	/**
	 * What a form carries besides what people fill in.
	 *
	 * @param meant the address that was probably meant by the one that was typed
	 * @param right whether the person said that it is right as typed
	 */
	public record Extras(String stamp, Challenge.@Nullable Put challenge, @Nullable String meant, boolean right) {
	}

}
