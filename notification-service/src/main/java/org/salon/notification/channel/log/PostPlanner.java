package org.salon.notification.channel.log;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.salon.notification.channel.plan.ChannelPlan;
import org.salon.notification.channel.plan.ChannelPolicy;
import org.salon.notification.channel.plan.PlannedPost;
import org.salon.notification.channel.wire.Channel;
import org.salon.notification.salon.Salon;
import org.salon.notification.salon.SalonFacts;
import org.salon.notification.salon.Salons;

import org.springframework.stereotype.Component;

/** Brings the posts about one salon to what the plan says. */
@Component
class PostPlanner {

	private final ChannelRows channels;

	private final PostRows posts;

	private final Salons salons;

	private final ChannelPolicy policy;

	private final Clock clock;

	PostPlanner(ChannelRows channels, PostRows posts, Salons salons, ChannelPolicy policy, Clock clock) {
		this.channels = channels;
		this.posts = posts;
		this.salons = salons;
		this.policy = policy;
		this.clock = clock;
	}

	/**
	 * Within a transaction that has locked the channel and the salon.
	 * @return the salon as it is now
	 */
	Salon plan(Channel channel, ChannelRow row, int number) {
		Salon salon = this.salons.find(number).orElseThrow();
		SalonFacts told = this.channels.told(channel.name(), number).orElse(null);
		Instant now = this.clock.instant();
		List<PlannedPost> plan = ChannelPlan.of(salon, told, this.policy, row.firstSeenAt(), now);
		List<PostRows.Entry> entries = this.posts.of(channel.name(), number);
		for (PlannedPost post : plan) {
			entries.stream()
				.filter((entry) -> entry.is(post))
				.findFirst()
				.ifPresentOrElse((entry) -> adjust(channel, entry, post, now),
						() -> insert(channel, number, post, now));
		}
		entries.stream()
			.filter((entry) -> entry.open() && plan.stream().noneMatch(entry::is))
			.forEach((entry) -> this.posts.cancel(entry.id()));
		this.channels.planned(channel.name(), number, salon.version());
		return salon;
	}

	private void insert(Channel channel, int number, PlannedPost post, Instant now) {
		this.posts.insert(channel.name(), number, post, post.late(now) ? PostState.EXPIRED : PostState.PLANNED,
				attemptAt(channel, post, number, now));
	}

	private void adjust(Channel channel, PostRows.Entry entry, PlannedPost post, Instant now) {
		if (entry.open() && !entry.notAfter().equals(post.notAfter())) {
			this.posts.move(entry.id(), post.notAfter());
		}
		else if (entry.state() == PostState.CANCELLED && !post.late(now)) {
			this.posts.reopen(entry.id(), attemptAt(channel, post, 0, now), post.notAfter());
		}
	}

	private static Instant attemptAt(Channel channel, PlannedPost post, int number, Instant now) {
		Instant due = post.dueAt().isAfter(now) ? post.dueAt() : now;
		return channel.spread(due, post.notAfter(), number + post.occurrence());
	}

}
