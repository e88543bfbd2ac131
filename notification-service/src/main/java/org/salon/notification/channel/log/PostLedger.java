package org.salon.notification.channel.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.salon.notification.channel.wire.Answer;
import org.salon.notification.channel.wire.Channel;
import org.salon.notification.salon.Salon;
import org.salon.notification.salon.Salons;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The ledger of posts as a channel uses it. Every transaction locks the channel first,
 * then the salon: so the instances take turns at a channel, and its limits hold for all
 * of them, while one channel never waits for another.
 */
@Component
public class PostLedger {

	private final ChannelRows channels;

	private final PostRows posts;

	private final Salons salons;

	private final PostPlanner planner;

	private final TransactionOperations transactions;

	private final Clock clock;

	PostLedger(ChannelRows channels, PostRows posts, Salons salons, PostPlanner planner,
			TransactionOperations transactions, Clock clock) {
		this.channels = channels;
		this.posts = posts;
		this.salons = salons;
		this.planner = planner;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * To be called once before all else. A new channel starts with this moment: what was
	 * due before it is never posted there.
	 */
	public void open(Channel channel) {
		inTransaction(() -> {
			Instant now = this.clock.instant();
			if (this.channels.open(channel.name(), now)) {
				this.channels.assumeTold(channel.name(), now);
			}
			this.channels.forgetVersions(channel.name());
			return now;
		});
	}

	/** Plans the posts about all salons that have changed. */
	public void reconcile(Channel channel) {
		for (int number : this.channels.stale(channel.name())) {
			inTransaction(() -> {
				ChannelRow row = this.channels.lock(channel.name());
				this.salons.lockToRead(number);
				return this.planner.plan(channel, row, number);
			});
		}
	}

	/** Closes what has run out of time, and says how many there were. */
	public int expire(Channel channel) {
		return inTransaction(() -> {
			this.channels.lock(channel.name());
			return this.posts.expire(channel.name(), this.clock.instant());
		});
	}

	/** Takes the next post that is due, if the channel's limits allow one. */
	public Turn claim(Channel channel, Duration lease) {
		return inTransaction(() -> {
			ChannelRow row = this.channels.lock(channel.name());
			Instant now = this.clock.instant();
			Instant allowed = allowed(channel, row, now);
			if (allowed.isAfter(now)) {
				return Turn.wait(allowed);
			}
			return this.posts.next(channel.name(), now)
				.map((candidate) -> claim(channel, row, candidate, lease))
				.orElseGet(() -> Turn.wait(this.posts.nextDue(channel.name())));
		});
	}

	/**
	 * Takes a place within the limits for a post that is in no ledger.
	 * @return when there is one, if not now
	 */
	public Optional<Instant> reserve(Channel channel) {
		return inTransaction(() -> {
			ChannelRow row = this.channels.lock(channel.name());
			Instant now = this.clock.instant();
			Instant allowed = allowed(channel, row, now);
			if (allowed.isAfter(now)) {
				return Optional.of(allowed);
			}
			this.channels.attempted(row, channel.limit().memory(), now);
			return Optional.empty();
		});
	}

	/** Notes how the channel is, by a post that is in no ledger. */
	public void note(Channel channel, Answer answer) {
		inTransaction(() -> {
			this.channels.lock(channel.name());
			note(channel.name(), answer, this.clock.instant());
			return answer;
		});
	}

	/** What came of a claim. */
	public void settle(Channel channel, Claim claim, Answer answer, RetryPolicy retries) {
		inTransaction(() -> {
			ChannelRow row = this.channels.lock(channel.name());
			int number = claim.salon().number();
			this.salons.lockToRead(number);
			Instant now = this.clock.instant();
			note(channel.name(), answer, now);
			switch (answer.verdict()) {
				case SENT -> {
					if (this.posts.sent(claim, answer.text(), now) && claim.kind().tells()) {
						this.channels.tell(channel.name(), number, claim.salon().facts());
					}
					// What has changed while it was under way is news by now.
					this.planner.plan(channel, row, number);
				}
				case LIMITED -> this.posts.retry(claim, answer.text(), now.plus(pause(answer)), false, false);
				case LATER -> this.posts.retry(claim, answer.text(), retries.next(claim, now), true, false);
				case UNKNOWN -> {
					if (retries.repeats(channel, claim)) {
						this.posts.retry(claim, answer.text(), retries.next(claim, now), true, true);
					}
					else {
						this.posts.failed(claim, answer.text());
					}
				}
				case REFUSED -> this.posts.failed(claim, answer.text());
			}
			return answer;
		});
	}

	private Turn claim(Channel channel, ChannelRow row, PostRows.Candidate candidate, Duration lease) {
		this.salons.lockToRead(candidate.salon());
		Salon salon = this.planner.plan(channel, row, candidate.salon());
		Instant now = this.clock.instant();
		return this.posts.claim(channel.name(), candidate.id(), salon, lease, now).map((claim) -> {
			this.channels.attempted(row, channel.limit().memory(), now);
			return Turn.post(claim);
		}).orElseGet(() -> Turn.wait(now));
	}

	private static Instant allowed(Channel channel, ChannelRow row, Instant now) {
		Instant free = channel.limit().next(row.attempts(), now);
		return (row.pausedUntil() != null && row.pausedUntil().isAfter(free)) ? row.pausedUntil() : free;
	}

	private void note(String channel, Answer answer, Instant now) {
		if (answer.verdict() == Answer.Verdict.SENT) {
			this.channels.succeeded(channel, now);
		}
		else {
			this.channels.failed(channel, answer.text(), now);
		}
		if (answer.verdict() == Answer.Verdict.LIMITED) {
			this.channels.pause(channel, now.plus(pause(answer)));
		}
	}

	private static Duration pause(Answer answer) {
		return (answer.pause() != null) ? answer.pause() : Duration.ZERO;
	}

	private <T> T inTransaction(Supplier<T> work) {
		T result = this.transactions.execute((status) -> work.get());
		return Objects.requireNonNull(result);
	}

}
