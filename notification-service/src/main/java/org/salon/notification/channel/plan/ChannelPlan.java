package org.salon.notification.channel.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.salon.notification.plan.ReminderPolicy;
import org.salon.notification.salon.Salon;
import org.salon.notification.salon.SalonFacts;

/**
 * Which posts about one salon should exist in one channel: a pure function of what is
 * known, as {@link org.salon.notification.plan.DeliveryPlan} is for one person.
 */
public final class ChannelPlan {

	/** How long after its publication a replay is still news. */
	private static final Duration REPLAY_NEWS = Duration.ofDays(7);

	private final Salon salon;

	private final Instant since;

	private final List<PlannedPost> posts = new ArrayList<>();

	private ChannelPlan(Salon salon, Instant since) {
		this.salon = salon;
		this.since = since;
	}

	/**
	 * The posts that should exist.
	 * @param told what the channel's readers were told last; nothing, if they do not know
	 * of the salon
	 * @param policy of the club, which the salon's own chat reminders override
	 * @param since when the channel was first seen: what was due before is the past
	 */
	public static List<PlannedPost> of(Salon salon, @Nullable SalonFacts told, ChannelPolicy policy, Instant since,
			Instant now) {
		ChannelPlan plan = new ChannelPlan(salon, since);
		plan.draw(told, policy, now);
		return List.copyOf(plan.posts);
	}

	private void draw(@Nullable SalonFacts told, ChannelPolicy policy, Instant now) {
		boolean differs = told != null && !told.equals(this.salon.facts());
		if (this.salon.cancelled()) {
			if (differs) {
				change(PostKind.CANCELLED, now);
			}
			return;
		}
		if (this.salon.announcedAt() != null) {
			add(PostKind.ANNOUNCEMENT, "once", this.salon.announcedAt(), this.salon.startsAt());
		}
		if (told != null && differs && !this.salon.held()) {
			change(told.sameTimeAs(this.salon.facts()) ? PostKind.CHANGED : PostKind.RESCHEDULED, now);
		}
		ReminderPolicy reminders = policy.of(this.salon);
		reminders.offsets().forEach((offset) -> remind(reminders, offset));
		replay();
	}

	private void change(PostKind kind, Instant now) {
		add(kind, "v" + this.salon.factsVersion(), now, this.salon.endsAt());
	}

	private void remind(ReminderPolicy policy, Duration offset) {
		Instant start = this.salon.startsAt();
		Instant dueAt = start.minus(offset);
		Instant offsetsSetAt = this.salon.chatRemindersSetAt();
		// Its time had passed when the salon was set to this one: that news says enough.
		// Or when its chats' offsets were set: those before may have reminded already.
		if (dueAt.isAfter(this.salon.timeSetAt()) && (offsetsSetAt == null || dueAt.isAfter(offsetsSetAt))) {
			add(PostKind.REMINDER, offset + "@" + start, dueAt, policy.notAfter(start, offset));
		}
	}

	private void replay() {
		Long version = this.salon.replayVersion();
		Instant published = this.salon.replayAt();
		if (version != null && published != null) {
			add(PostKind.REPLAY, "v" + version, published, published.plus(REPLAY_NEWS));
		}
	}

	private void add(PostKind kind, String occurrence, Instant dueAt, Instant notAfter) {
		if (!dueAt.isBefore(this.since)) {
			this.posts.add(new PlannedPost(kind, occurrence, dueAt, notAfter));
		}
	}

}
