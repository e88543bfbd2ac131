package org.salon.notification.sender;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.salon.notification.ledger.Lease;
import org.salon.notification.ledger.Settlement;
import org.salon.notification.smtp.SmtpAnswer;

/**
 * Decides what an answer of the mail server means for the message, and for all others.
 */
final class Assessment {

	private final SenderProperties properties;

	private final SmtpPause pause;

	private final Clock clock;

	Assessment(SenderProperties properties, SmtpPause pause, Clock clock) {
		this.properties = properties;
		this.pause = pause;
		this.clock = clock;
	}

	Settlement of(Lease lease, SmtpAnswer answer) {
		return switch (answer.verdict()) {
			case ACCEPTED -> {
				this.pause.accepted();
				yield Settlement.sent(lease);
			}
			case REFUSED_FOR_NOW -> {
				this.pause.answered();
				yield Settlement.retry(lease, answer.text(), retryAt(lease));
			}
			case REFUSED, NO_SUCH_ADDRESS -> {
				boolean nobody = answer.verdict() == SmtpAnswer.Verdict.NO_SUCH_ADDRESS;
				this.pause.refused();
				yield Settlement.failed(lease, answer.text(), nobody);
			}
			case CLOSED -> {
				this.pause.failed(SmtpPause.Cause.CLOSED);
				yield Settlement.putBack(lease, answer.text(), this.clock.instant());
			}
			case LOST_BEFORE -> {
				this.pause.failed(SmtpPause.Cause.UNREACHABLE);
				yield Settlement.putBack(lease, answer.text(), this.clock.instant());
			}
			case LOST_AMID -> Settlement.retry(lease, answer.text(), retryAt(lease));
			case UNKNOWN -> Settlement.unknown(lease, answer.text(), retryAt(lease));
		};
	}

	/** Later each time, but with time left before the deadline. */
	private Instant retryAt(Lease lease) {
		Instant now = this.clock.instant();
		Duration wait = SmtpPause.doubled(this.properties.firstRetry(), lease.attempts(),
				this.properties.longestRetry());
		Duration half = Duration.between(now, lease.notAfter()).dividedBy(2);
		return now.plus((half.compareTo(wait) < 0) ? half : wait);
	}

}
