package org.salon.registration.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When a form was handed out, sealed in the form itself. */
@Component
class FormStamp {

	/** A page may be left open over night; a stamp is not passed on for ever. */
	static final Duration LIFE = Duration.ofDays(1);

	private static final String PURPOSE = "stamp";

	private final Seal seal;

	private final Clock clock;

	FormStamp(Seal seal, Clock clock) {
		this.seal = seal;
		this.clock = clock;
	}

	String issue() {
		String at = Long.toString(this.clock.millis());
		return at + "." + this.seal.of(PURPOSE, at);
	}

	/**
	 * How long ago the form was handed out; null if it was not by us, or too long ago.
	 */
	@Nullable Duration age(@Nullable String stamp) {
		int dot = (stamp != null) ? stamp.indexOf('.') : -1;
		if (stamp == null || dot < 1 || dot > 15
				|| !this.seal.matches(PURPOSE, stamp.substring(0, dot), stamp.substring(dot + 1))) {
			return null;
		}
		Duration age = Duration.between(Instant.ofEpochMilli(Long.parseLong(stamp.substring(0, dot))),
				this.clock.instant());
		return (age.compareTo(LIFE) > 0) ? null : age;
	}

}
