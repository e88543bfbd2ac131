package org.salon.notification.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.salon.notification.channel.log.Claim;
import org.salon.notification.channel.log.PostLedger;
import org.salon.notification.channel.log.PostState;
import org.salon.notification.channel.log.RetryPolicy;
import org.salon.notification.channel.log.Turn;
import org.salon.notification.channel.wire.Answer;
import org.salon.notification.channel.wire.Channel;
import org.salon.notification.channel.wire.Post;
import org.salon.outbound.CallFailed;
import org.salon.outbound.HttpReply;
import org.salon.outbound.SafeHttp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Makes the posts of a channel that are due, one after the other. */
@Component
class Poster {

	private static final Logger log = LoggerFactory.getLogger(Poster.class);

	private static final int MOST_RECORDINGS = 5;

	private final PostLedger ledger;

	private final PostWriter writer;

	private final SafeHttp http;

	private final ChannelMetrics metrics;

	private final ChannelProperties properties;

	private final RetryPolicy retries;

	private final Clock clock;

	Poster(PostLedger ledger, PostWriter writer, SafeHttp http, ChannelMetrics metrics, ChannelProperties properties,
			Clock clock) {
		this.ledger = ledger;
		this.writer = writer;
		this.http = http;
		this.metrics = metrics;
		this.properties = properties;
		this.retries = new RetryPolicy(properties.firstRetry(), properties.longestRetry());
		this.clock = clock;
	}

	/**
	 * Plans what has changed, and makes the next post if one is due and allowed.
	 * @return when to come again; now, if there may be more
	 */
	@Nullable Instant turn(Channel channel) {
		this.ledger.reconcile(channel);
		int expired = this.ledger.expire(channel);
		if (expired > 0) {
			this.metrics.posts(channel.name(), PostState.EXPIRED, expired);
			log.warn("{} posts of channel {} ran out of time", expired, channel.name());
		}
		Turn turn = this.ledger.claim(channel, this.properties.lease());
		Claim claim = turn.claim();
		if (claim == null) {
			return turn.next();
		}
		settle(channel, claim, attempt(channel, claim));
		return this.clock.instant();
	}

	/** Posts, and says what came of it. */
	Answer post(Channel channel, Post post) {
		long begin = System.nanoTime();
		try {
			HttpReply reply = this.http.post(channel.call(post, this.clock.instant()));
			return channel.read(reply);
		}
		catch (CallFailed ex) {
			String text = String.valueOf(ex.getMessage());
			return switch (ex.stage()) {
				case FORBIDDEN -> Answer.refused(text);
				case UNREACHED -> Answer.notReached(text);
				case UNKNOWN -> Answer.unknown(text);
			};
		}
		finally {
			this.metrics.called(channel.name(), Duration.ofNanos(System.nanoTime() - begin));
		}
	}

	private Answer attempt(Channel channel, Claim claim) {
		if (this.retries.exhausted(channel, claim)) {
			return Answer.refused("nobody knows whether it was posted before");
		}
		Post post;
		try {
			post = this.writer.write(claim.id(), claim.kind(), claim.dueAt(), claim.salon(), this.clock.instant());
		}
		catch (RuntimeException ex) {
			log.error("Post {} of channel {} cannot be written", claim.id(), channel.name(), ex);
			return Answer.refused("the post cannot be written");
		}
		return post(channel, post);
	}

	private void settle(Channel channel, Claim claim, Answer answer) {
		this.metrics.posts(channel.name(), answer.verdict(), 1);
		if (answer.verdict() == Answer.Verdict.SENT) {
			log.info("Posted {} of salon {} to channel {}", claim.kind(), claim.salon().number(), channel.name());
		}
		else {
			log.warn("Post {} of channel {}: {}, {}", claim.id(), channel.name(), answer.verdict(), answer.text());
		}
		record(channel, claim, answer);
	}

	/**
	 * It is tried more than once: what the channel has taken would be posted again
	 * otherwise.
	 */
	private void record(Channel channel, Claim claim, Answer answer) {
		for (int attempt = 1;; attempt++) {
			try {
				this.ledger.settle(channel, claim, answer, this.retries);
				return;
			}
			catch (RuntimeException ex) {
				if (attempt == MOST_RECORDINGS) {
					throw ex;
				}
				log.debug("What came of post {} cannot be recorded; trying again", claim.id(), ex);
			}
		}
	}

}
