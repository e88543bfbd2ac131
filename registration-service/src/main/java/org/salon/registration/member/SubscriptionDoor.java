package org.salon.registration.member;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.salon.access.ClientAddresses;
import org.salon.access.Limit;
import org.salon.registration.SalonProperties;
import org.salon.registration.input.Checks;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.input.Refused;

/**
 * What every request for announcements passes, by form or as JSON: 30 times a minute from
 * an address, 5 times an hour for a mailbox, counted in each instance by itself.
 */
@Component
class SubscriptionDoor {

	private final Subscriptions subscriptions;

	private final ClientAddresses addresses;

	private final SalonProperties properties;

	private final Limit<String> perClient;

	private final Limit<String> perMailbox;

	SubscriptionDoor(Subscriptions subscriptions, ClientAddresses addresses, SalonProperties properties, Clock clock) {
		this.subscriptions = subscriptions;
		this.addresses = addresses;
		this.properties = properties;
		this.perClient = new Limit<>(30, Duration.ofMinutes(1), clock);
		this.perMailbox = new Limit<>(5, Duration.ofHours(1), clock);
	}

	void request(HttpServletRequest request, @Nullable String typedEmail, @Nullable String typedName, Checks checks,
			Locale locale) {
		count(this.perClient, this.addresses.of(request));
		String name = PersonName.readOptional(checks, typedName);
		EmailAddress email = EmailAddress.read(checks, typedEmail, this.properties.ownAddress());
		checks.done();
		if (email == null) {
			throw new InvalidFields("email", "field.required");
		}
		count(this.perMailbox, email.key());
		this.subscriptions.request(email, name, locale.toLanguageTag());
	}

	private void count(Limit<String> limit, String key) {
		if (!this.properties.rateLimits()) {
			return;
		}
		ConsumptionProbe probe = limit.bucket(key).tryConsumeAndReturnRemaining(1);
		if (!probe.isConsumed()) {
			throw Refused.tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
		}
	}

}
