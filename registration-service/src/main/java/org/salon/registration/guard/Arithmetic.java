package org.salon.registration.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/** A small sum. Keeps off programs that fill in any form, and none made for this one. */
@Component
class Arithmetic implements Challenge {

	private static final String PURPOSE = "sum";

	private static final Duration LIFE = Duration.ofDays(1);

	private final Seal seal;

	private final Clock clock;

	private final RandomGenerator random = RandomGenerator.getDefault();

	Arithmetic(Seal seal, Clock clock) {
		this.seal = seal;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "arithmetic";
	}

	@Override
	public Put put() {
		int one = this.random.nextInt(2, 10);
		int other = this.random.nextInt(2, 10);
		String at = Long.toString(this.clock.millis());
		return new Put(one + " + " + other, at + "." + this.seal.of(PURPOSE, at + "/" + (one + other)));
	}

	@Override
	public boolean isMet(HttpServletRequest request) {
		String proof = request.getParameter("challengeProof");
		String answer = request.getParameter("challengeAnswer");
		if (proof == null || answer == null || !proof.matches("[0-9]{1,15}\\..{1,100}") || answer.length() > 10) {
			return false;
		}
		int dot = proof.indexOf('.');
		String at = proof.substring(0, dot);
		boolean fresh = Instant.ofEpochMilli(Long.parseLong(at)).plus(LIFE).isAfter(this.clock.instant());
		return fresh && this.seal.matches(PURPOSE, at + "/" + answer.strip(), proof.substring(dot + 1));
	}

}
