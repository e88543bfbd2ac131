package org.salon.notification.channel;

import java.time.Instant;

import org.salon.notification.channel.wire.Answer;
import org.salon.notification.channel.wire.Channel;
import org.salon.notification.channel.wire.Post;
import org.salon.notification.channel.wire.RateLimit;
import org.salon.outbound.HttpCall;
import org.salon.outbound.HttpReply;

/** A channel under a name of its own, so that tests do not meet in the ledger. */
record Named(String name, Channel channel, RateLimit limit) implements Channel {

	@Override
	public HttpCall call(Post post, Instant now) {
		return this.channel.call(post, now);
	}

	@Override
	public Answer read(HttpReply reply) {
		return this.channel.read(reply);
	}

	@Override
	public Instant spread(Instant dueAt, Instant notAfter, String post) {
		return this.channel.spread(dueAt, notAfter, post);
	}

	@Override
	public boolean knowsRepeats() {
		return this.channel.knowsRepeats();
	}

}
