package org.salon.notification.channel.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * How many posts a channel takes in a time. Attempts count, whatever came of them.
 *
 * @param windows all of which hold
 */
public record RateLimit(List<Window> windows) {

	/** The receiver's clock starts when a post arrives, not when it is sent. */
	private static final Duration MARGIN = Duration.ofMillis(500);

	public RateLimit {
		windows = List.copyOf(windows);
	}

	static RateLimit of(Window... windows) {
		return new RateLimit(List.of(windows));
	}

	/**
	 * The first moment, now or later, at which one more may be posted.
	 * @param attempts those before, in any order
	 */
	public Instant next(Collection<Instant> attempts, Instant now) {
		return this.windows.stream().map((window) -> window.next(attempts, now)).max(Instant::compareTo).orElse(now);
	}

	/** For how long attempts have to be remembered. */
	public Duration memory() {
		return this.windows.stream().map(Window::span).max(Duration::compareTo).orElse(Duration.ZERO).plus(MARGIN);
	}

	/**
	 * So many posts in any time that long.
	 */
	public record Window(int posts, Duration span) {

		Instant next(Collection<Instant> attempts, Instant now) {
			Duration length = this.span.plus(MARGIN);
			// Those that a clock since set back took down are not waited for.
			List<Instant> recent = attempts.stream()
				.filter((at) -> at.isAfter(now.minus(length)) && at.isBefore(now.plus(length)))
				.sorted()
				.toList();
			if (recent.size() < this.posts) {
				return now;
			}
			Instant free = recent.get(recent.size() - this.posts).plus(length);
			return free.isAfter(now) ? free : now;
		}

	}

}
