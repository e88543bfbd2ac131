package org.salon.notification.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.salon.events.salon.SalonEvent;
import org.salon.notification.MovableClock;
import org.salon.notification.channel.http.HttpTarget;
import org.salon.notification.channel.log.PostLedger;
import org.salon.notification.channel.log.PostLog;
import org.salon.notification.channel.log.PostView;
import org.salon.notification.channel.wire.Channel;
import org.salon.notification.channel.wire.RateLimit;
import org.salon.notification.salon.Salon;
import org.salon.notification.salon.Salons;
import org.salon.outbound.Receiver;
import org.salon.outbound.SafeHttp;

/** Works channels against the service's own ledger, a step at a time. */
final class ChannelBench {

	private final PostLedger ledger;

	private final PostLog log;

	private final Salons salons;

	private final MovableClock clock;

	private final SafeHttp http = new SafeHttp("Salon", Set.of("127.0.0.1"), Duration.ofSeconds(1),
			Duration.ofSeconds(1));

	final ChannelProperties properties = new ChannelProperties(off(), off(), off(), off(), List.of("127.0.0.1"),
			Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofMillis(200),
			Duration.ofSeconds(5), Duration.ofMinutes(15));

	private final Poster poster;

	ChannelBench(PostLedger ledger, PostLog log, PostWriter writer, Salons salons, MovableClock clock) {
		this.ledger = ledger;
		this.log = log;
		this.salons = salons;
		this.clock = clock;
		this.poster = new Poster(ledger, writer, this.http, new ChannelMetrics(new SimpleMeterRegistry()),
				this.properties, clock);
	}

	/**
	 * A new channel, seen for the first time now. Without limits, as it hears of the
	 * salons of other tests too.
	 */
	Channel open(Receiver receiver, Function<HttpTarget, Channel> kind) {
		return open(receiver, kind, (channel) -> new RateLimit(List.of()));
	}

	Channel open(Receiver receiver, Function<HttpTarget, Channel> kind, Function<Channel, RateLimit> limit) {
		HttpTarget target = HttpTarget.of("X", receiver.url("/hook?access_token=0123456789abcdef"), "",
				Set.of("127.0.0.1"));
		Channel plain = kind.apply(target);
		Channel channel = new Named("test-" + UUID.randomUUID(), plain, limit.apply(plain));
		this.ledger.open(channel);
		return channel;
	}

	Poster poster() {
		return this.poster;
	}

	ChannelThreads threads(Channel... channels) {
		return new ChannelThreads(new Channels(List.of(channels)), this.ledger, this.poster, this.properties,
				this.clock);
	}

	/** Works until nothing is to be done at this moment. */
	void work(Channel channel) {
		Instant next = this.clock.instant();
		for (int turns = 0; turns < 500 && next != null && !next.isAfter(this.clock.instant()); turns++) {
			next = this.poster.turn(channel);
		}
	}

	/** Plans, and posts nothing yet. */
	void reconcile(Channel channel) {
		this.ledger.reconcile(channel);
	}

	void tell(SalonEvent event, long version) {
		Salon before = this.salons.find(event.salon().number()).orElse(null);
		this.salons.save(Salon.after(before, event, version, this.clock.instant()));
	}

	PostLog log() {
		return this.log;
	}

	/** Kind and state of each post about the salon, by when it is due. */
	List<String> posts(Channel channel, int salon) {
		return all(channel, salon).reversed().stream().map((post) -> post.kind() + " " + post.state()).toList();
	}

	List<PostView> all(Channel channel, int salon) {
		return this.log.page(channel.name(), 0, 10_000).stream().filter((post) -> post.salon() == salon).toList();
	}

	private static ChannelProperties.Target off() {
		return new ChannelProperties.Target("", "");
	}

}
