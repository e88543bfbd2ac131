package org.salon.notification.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.salon.notification.ledger.LedgerState;

/**
 * How far a message is.
 *
 * @param secondsLeft for so long yet it can be taken back from all
 * @param sent those that the mail server has
 * @param left those still to be sent
 * @param undelivered those that the mail server refused, that came back or were too late
 * @param dropped those that were taken back, or were not wanted
 */
public record MessageView(Message message, State state, long secondsLeft, int sent, int left, int undelivered,
		int dropped) {

	/** What it is at. */
	public enum State {

		/** Nothing is sent yet. */
		WAITING,
		/** Some have it. */
		SENDING,
		/** Nothing is left to send. */
		DONE,
		/** It was taken back from those who had not got it. */
		UNDONE

	}

	static MessageView of(Message message, Map<LedgerState, Integer> states, Instant now) {
		int sent = states.getOrDefault(LedgerState.SENT, 0);
		int undelivered = count(states, LedgerState.FAILED, LedgerState.BOUNCED, LedgerState.EXPIRED);
		int dropped = count(states, LedgerState.CANCELLED, LedgerState.SUPPRESSED, LedgerState.SUPERSEDED);
		int all = states.values().stream().mapToInt(Integer::intValue).sum();
		int left = all - sent - undelivered - dropped;
		long seconds = Math.max(0, Duration.between(now, message.dueAt()).plusMillis(999).toSeconds());
		State state = (left == 0) ? State.DONE : (seconds > 0) ? State.WAITING : State.SENDING;
		return new MessageView(message, (message.undoneAt() != null) ? State.UNDONE : state, seconds, sent, left,
				undelivered, dropped);
	}

	/** Whether it can still be taken back from some. */
	public boolean undoable() {
		return this.state == State.WAITING || this.state == State.SENDING;
	}

	private static int count(Map<LedgerState, Integer> states, LedgerState... which) {
		int count = 0;
		for (LedgerState state : which) {
			count += states.getOrDefault(state, 0);
		}
		return count;
	}

}
