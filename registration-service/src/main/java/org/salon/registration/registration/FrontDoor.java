package org.salon.registration.registration;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.salon.access.ClientAddresses;
import org.salon.events.registration.RegistrationStatus;
import org.salon.registration.SalonProperties;
import org.salon.registration.input.Checks;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.input.Refused;
import org.salon.registration.salon.Salons;

/** What every sign-up passes, by form or as JSON. */
@Component
class FrontDoor {

	private final Salons salons;

	private final SignUp signUp;

	private final RateLimits limits;

	private final ClientAddresses addresses;

	private final RegistrationMetrics metrics;

	private final SalonProperties properties;

	FrontDoor(Salons salons, SignUp signUp, RateLimits limits, ClientAddresses addresses, RegistrationMetrics metrics,
			SalonProperties properties) {
		this.salons = salons;
		this.signUp = signUp;
		this.limits = limits;
		this.addresses = addresses;
		this.metrics = metrics;
		this.properties = properties;
	}

	RegistrationStatus signUp(HttpServletRequest request, int number, Applicant.Typed typed, Checks checks,
			Locale locale, @Nullable String idempotencyKey) {
		this.limits.client(this.addresses.of(request));
		try {
			Questionnaire questions = new Questionnaire(this.salons.signUpRules(number).questions());
			Applicant applicant = Applicant.read(typed, questions, checks, locale, this.properties.ownAddress());
			this.limits.signUp(applicant.email().key(), number);
			return this.signUp.signUp(number, applicant.from(SignUpSource.of(request).orElse(null)), idempotencyKey);
		}
		catch (InvalidFields | Refused ex) {
			this.metrics.refused();
			throw ex;
		}
	}

}
