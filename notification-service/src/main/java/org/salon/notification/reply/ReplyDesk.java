package org.salon.notification.reply;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.salon.events.invitation.InvitationAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Takes the mails by which calendars answer invitations. Only what a person's own
 * calendar says of the person's own place counts, and of the invitation that is valid
 * now; the same answer again changes nothing.
 */
@Component
public class ReplyDesk {

	private static final Logger log = LoggerFactory.getLogger(ReplyDesk.class);

	private static final Pattern OURS = Pattern.compile(
			"salon-(\\d{1,6})-(\\p{XDigit}{8}-(?:\\p{XDigit}{4}-){3}\\p{XDigit}{12})@.+", Pattern.CASE_INSENSITIVE);

	/**
	 * A clock may be wrong, but one that is far ahead would keep later answers from
	 * counting.
	 */
	private static final Duration AHEAD = Duration.ofDays(1);

	private final Answers answers;

	private final ReplyMetrics metrics;

	private final Clock clock;

	ReplyDesk(Answers answers, ReplyMetrics metrics, Clock clock) {
		this.answers = answers;
		this.metrics = metrics;
		this.clock = clock;
	}

	/** What became of a mail. */
	public enum Result {

		/** The answer is recorded, and others are told. */
		RECORDED,
		/** It was known. */
		REPEATED,
		/** It is about a date or a place that does not hold any more. */
		OUTDATED,
		/** It says neither yes, no, nor perhaps. */
		IGNORED,
		/**
		 * It is not the answer of whose invitation it is about, or about none of ours.
		 */
		FOREIGN,
		/** It cannot be read. */
		UNREADABLE,
		/** The mail is no answer of a calendar. */
		NONE

	}

	/** Records what a mail answers, if it is an answer. */
	public Result take(byte[] mail) {
		Result result;
		try {
			result = ReplyParser.parse(mail).map(this::result).orElse(Result.NONE);
		}
		catch (UnreadableReply ex) {
			log.debug("An answer of a calendar cannot be read", ex);
			result = Result.UNREADABLE;
		}
		if (result != Result.NONE) {
			this.metrics.count(result);
		}
		return result;
	}

	private Result result(CalendarReply reply) {
		Matcher uid = OURS.matcher(reply.uid());
		if (!uid.matches() || reply.stamp().isAfter(this.clock.instant().plus(AHEAD))) {
			return Result.FOREIGN;
		}
		Optional<InvitationAnswer> answer = Arrays.stream(InvitationAnswer.values())
			.filter((known) -> known.name().equals(reply.answer()))
			.findFirst();
		return answer
			.map((said) -> this.answers.record(Integer.parseInt(uid.group(1)), UUID.fromString(uid.group(2)), said,
					reply))
			.orElse(Result.IGNORED);
	}

}
