package org.salon.registration.input;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A request that is understood and not done, with the reason in the reader's words. */
public class Refused extends RuntimeException {

	private final Reason reason;

	private final transient List<Object> arguments;

	private final @Nullable Duration retryAfter;

	public Refused(Reason reason, String code, Object... arguments) {
		this(reason, null, code, arguments);
	}

	private Refused(Reason reason, @Nullable Duration retryAfter, String code, Object... arguments) {
		super(code);
		this.reason = reason;
		this.arguments = List.of(arguments);
		this.retryAfter = retryAfter;
	}

	/** Too many requests; another one has a chance after that time. */
	public static Refused tooMany(Duration retryAfter) {
		// Rounded up: whoever waits as long as they were told is not to be told again.
		Duration wait = retryAfter.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
		return new Refused(Reason.TOO_MANY, wait, "refused.tooMany", Math.max(1, wait.plusSeconds(59).toMinutes()));
	}

	public static Refused noSuchSalon(int number) {
		return new Refused(Reason.NOT_FOUND, "refused.noSuchSalon", Integer.toString(number));
	}

	public Reason reason() {
		return this.reason;
	}

	/** The code of the message. */
	public String code() {
		return String.valueOf(getMessage());
	}

	public List<Object> arguments() {
		return this.arguments;
	}

	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	/** Why, in kinds that each answer in their own way. */
	public enum Reason {

		/** The request cannot be read at all. */
		UNREADABLE,
		/** There is no such thing, or it may not be seen. */
		NOT_FOUND,
		/** It was there, and is no longer. */
		GONE,
		/** What is asked does not fit the state of things. */
		CONFLICT,
		/** Someone else changed it in between. */
		STALE,
		/** The body is larger than any such request has to be. */
		TOO_LARGE,
		/** The body is of a kind or encoding that is not read. */
		UNSUPPORTED,
		/** Well-formed, and cannot be done as a whole. */
		UNPROCESSABLE,
		/** More requests than a person makes. */
		TOO_MANY

	}

}
