package org.salon.notification.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.salon.notification.channel.log.PostLedger;
import org.salon.notification.channel.wire.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * A thread for each channel: one that fails or hangs delays neither another nor a mail.
 */
@Component
class ChannelThreads implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(ChannelThreads.class);

	private static final Duration SHORTEST_NAP = Duration.ofMillis(50);

	private final Channels channels;

	private final PostLedger ledger;

	private final Poster poster;

	private final ChannelProperties properties;

	private final Clock clock;

	private final List<Thread> threads = new ArrayList<>();

	private volatile CountDownLatch stopped = new CountDownLatch(0);

	ChannelThreads(Channels channels, PostLedger ledger, Poster poster, ChannelProperties properties, Clock clock) {
		this.channels = channels;
		this.ledger = ledger;
		this.poster = poster;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public synchronized void start() {
		if (isRunning()) {
			return;
		}
		this.stopped = new CountDownLatch(1);
		this.threads.clear();
		for (Channel channel : this.channels.on()) {
			this.threads.add(Thread.ofPlatform().name("channel-" + channel.name()).start(() -> work(channel)));
		}
	}

	/** A call that is under way ends by itself, and soon. */
	@Override
	public synchronized void stop() {
		this.stopped.countDown();
		try {
			for (Thread thread : this.threads) {
				thread.join(this.properties.callTimeout().plusSeconds(5));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.stopped.getCount() > 0;
	}

	/** Before the web server starts to refuse, and after the listeners have stopped. */
	@Override
	public int getPhase() {
		return 0;
	}

	synchronized boolean alive() {
		return this.threads.stream().allMatch(Thread::isAlive);
	}

	private void work(Channel channel) {
		boolean open = false;
		while (isRunning()) {
			Instant next = null;
			try {
				if (!open) {
					this.ledger.open(channel);
					open = true;
				}
				next = this.poster.turn(channel);
			}
			catch (RuntimeException ex) {
				log.warn("Channel {} cannot work; trying again", channel.name(), ex);
			}
			nap(next);
		}
	}

	private void nap(@Nullable Instant next) {
		Duration until = (next != null) ? Duration.between(this.clock.instant(), next) : this.properties.poll();
		Duration nap = (until.compareTo(this.properties.poll()) < 0) ? until : this.properties.poll();
		Duration least = (nap.compareTo(SHORTEST_NAP) < 0) ? SHORTEST_NAP : nap;
		try {
			if (this.stopped.await(least.toNanos(), TimeUnit.NANOSECONDS)) {
				log.debug("A channel stops");
			}
		}
		catch (InterruptedException ex) {
			log.debug("Interrupted", ex);
		}
	}

}
