package org.salon.notification.channel.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.salon.events.salon.ReplayPublished;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonCancelled;
import org.salon.events.salon.SalonChanged;
import org.salon.events.salon.SalonRescheduled;
import org.salon.events.salon.SalonState;
import org.salon.events.salon.SalonStatus;
import org.salon.notification.Fixtures;
import org.salon.notification.plan.ReminderPolicy;
import org.salon.notification.salon.Salon;
import org.salon.notification.salon.SalonFacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ChannelPlanTests {

	private static final ChannelPolicy POLICY = new ChannelPolicy(
			ReminderPolicy.of(List.of(Duration.ofHours(24), Duration.ofHours(1))));

	private static final Instant START = Fixtures.START;

	private static final Instant ANNOUNCED = Fixtures.LONG_BEFORE;

	private static final Instant BEFORE = ANNOUNCED.minusSeconds(60);

	private final Salon salon = Salon.after(null, new SalonAnnounced(Fixtures.salon(44, START)), 1, ANNOUNCED);

	@Test
	void announcesOnceAndReminds() {
		assertThat(plan(this.salon, null, BEFORE)).containsExactly(
				new PlannedPost(PostKind.ANNOUNCEMENT, "once", ANNOUNCED, START),
				new PlannedPost(PostKind.REMINDER, "PT24H@" + START, START.minus(Duration.ofHours(24)),
						START.minus(Duration.ofHours(2))),
				new PlannedPost(PostKind.REMINDER, "PT1H@" + START, START.minus(Duration.ofHours(1)),
						START.minus(Duration.ofMinutes(1))));
	}

	@Test
	void leavesThePastToTheOnesBeforeTheChannel() {
		assertThat(plan(this.salon, this.salon.facts(), START.minus(Duration.ofHours(3)))).extracting(PlannedPost::kind)
			.containsExactly(PostKind.REMINDER);
		assertThat(plan(this.salon, this.salon.facts(), START)).isEmpty();
	}

	@Test
	void tellsOfAnotherTimeWhoeverKnewThePreviousOne() {
		Salon moved = Salon.after(this.salon, new SalonRescheduled(Fixtures.salon(44, START.plus(Duration.ofHours(1))),
				START, START.plus(Duration.ofHours(2))), 2, ANNOUNCED.plusSeconds(10));
		assertThat(plan(moved, this.salon.facts(), BEFORE)).extracting(PlannedPost::kind, PlannedPost::occurrence)
			.contains(tuple(PostKind.RESCHEDULED, "v2"));
		assertThat(plan(moved, null, BEFORE)).extracting(PlannedPost::kind).doesNotContain(PostKind.RESCHEDULED);
	}

	@Test
	void tellsOfAnotherTitleAsAChange() {
		Salon renamed = Salon.after(this.salon,
				new SalonRescheduled(Fixtures.salon(44, START, "大模型", SalonStatus.ANNOUNCED, 0), START,
						START.plus(Duration.ofHours(2))),
				2, ANNOUNCED.plusSeconds(10));
		assertThat(plan(renamed, this.salon.facts(), BEFORE)).extracting(PlannedPost::kind).contains(PostKind.CHANGED);
	}

	@Test
	void postsNothingOfWhatIsMendedAfterTheEnd() {
		Instant mendedAt = START.plus(Duration.ofDays(2));
		Salon mended = Salon.after(this.salon,
				new SalonRescheduled(Fixtures.salon(44, START.minus(Duration.ofDays(1)), "大模型", SalonStatus.HELD, 0),
						START, START.plus(Duration.ofHours(2))),
				2, mendedAt);
		assertThat(ChannelPlan.of(mended, this.salon.facts(), POLICY, BEFORE, mendedAt)).extracting(PlannedPost::kind)
			.containsExactly(PostKind.ANNOUNCEMENT);
	}

	@Test
	void takesNothingBackThatNobodyHeardOf() {
		Salon cancelled = Salon.after(this.salon,
				new SalonCancelled(Fixtures.salon(44, START, "Non-IID 数据集", SalonStatus.CANCELLED, 0)), 2,
				ANNOUNCED.plusSeconds(10));
		assertThat(plan(cancelled, null, BEFORE)).isEmpty();
		assertThat(plan(cancelled, this.salon.facts(), BEFORE)).extracting(PlannedPost::kind)
			.containsExactly(PostKind.CANCELLED);
		assertThat(plan(cancelled, cancelled.facts(), BEFORE)).isEmpty();
	}

	@Test
	void tellsOfTheReplayForAWeek() {
		Instant published = START.plus(Duration.ofDays(1));
		Salon replayed = Salon.after(this.salon, new ReplayPublished(Fixtures.salon(44, START), false), 7, published);
		assertThat(plan(replayed, this.salon.facts(), BEFORE))
			.contains(new PlannedPost(PostKind.REPLAY, "v7", published, published.plus(Duration.ofDays(7))));
		Salon corrected = Salon.after(replayed, new ReplayPublished(Fixtures.salon(44, START), true), 8,
				published.plusSeconds(60));
		assertThat(plan(corrected, this.salon.facts(), BEFORE)).isEqualTo(plan(replayed, this.salon.facts(), BEFORE));
	}

	@Test
	void remindsNotOfATimeThatWasSetTooLate() {
		Salon late = Salon.after(null, new SalonAnnounced(Fixtures.salon(44, START)), 1,
				START.minus(Duration.ofHours(2)));
		assertThat(plan(late, null, BEFORE)).extracting(PlannedPost::occurrence)
			.containsExactly("once", "PT1H@" + START);
	}

	@Test
	void remindsAtTheSalonsOwnOffsetsInsteadOfTheClubs() {
		assertThat(reminders(set(this.salon, List.of(Duration.ofHours(3), Duration.ofDays(4)), ANNOUNCED)))
			.containsExactly("PT96H@" + START, "PT3H@" + START);
		assertThat(reminders(set(this.salon, List.of(), ANNOUNCED))).isEmpty();
		Salon back = set(set(this.salon, List.of(), ANNOUNCED), null, ANNOUNCED);
		assertThat(reminders(back)).isEqualTo(reminders(this.salon));
	}

	@Test
	void takesNoOffsetFromTheMails() {
		SalonState mailed = Fixtures.remindedBy(Fixtures.salon(44, START), List.of(Duration.ofMinutes(5)));
		assertThat(reminders(Salon.after(null, new SalonAnnounced(mailed), 1, ANNOUNCED)))
			.isEqualTo(reminders(this.salon));
		Salon late = Salon.after(this.salon, new SalonChanged(mailed, List.of("reminders")), 2,
				START.minus(Duration.ofMinutes(2)));
		assertThat(reminders(late)).as("set when all its times had passed, but for the mails")
			.isEqualTo(reminders(this.salon));
	}

	@Test
	void postsNoReminderWhoseTimeHadPassedWhenItsOffsetWasSet() {
		List<Duration> offsets = List.of(Duration.ofHours(3), Duration.ofHours(1));
		Salon late = set(this.salon, offsets, START.minus(Duration.ofHours(2)));
		assertThat(reminders(late)).containsExactly("PT1H@" + START);
		assertThat(reminders(set(this.salon, offsets, START.minus(Duration.ofHours(3)))))
			.containsExactly("PT1H@" + START);
		Salon renamed = Salon.after(late,
				new SalonChanged(
						Fixtures.postedBefore(Fixtures.salon(44, START, "大模型", SalonStatus.ANNOUNCED, 0), offsets),
						List.of("title")),
				3, START.minus(Duration.ofMinutes(30)));
		assertThat(reminders(renamed)).as("set before, and not again").isEqualTo(reminders(late));
	}

	@Test
	void letsAReminderOfTheChatsEndWhereTheNextOfTheirsComes() {
		Salon own = set(this.salon, List.of(Duration.ofHours(48), Duration.ofHours(3)), ANNOUNCED);
		assertThat(plan(own, null, BEFORE)).contains(new PlannedPost(PostKind.REMINDER, "PT48H@" + START,
				START.minus(Duration.ofHours(48)), START.minus(Duration.ofHours(6))));
	}

	private static List<String> reminders(Salon salon) {
		return plan(salon, null, BEFORE).stream()
			.filter((post) -> post.kind() == PostKind.REMINDER)
			.map(PlannedPost::occurrence)
			.toList();
	}

	private static Salon set(Salon before, @Nullable List<Duration> chatReminders, Instant at) {
		SalonState state = Fixtures.postedBefore(Fixtures.salon(44, START), chatReminders);
		return Salon.after(before, new SalonChanged(state, List.of("chatReminders")), before.version() + 1, at);
	}

	private static List<PlannedPost> plan(Salon salon, @Nullable SalonFacts told, Instant since) {
		return ChannelPlan.of(salon, told, POLICY, since, ANNOUNCED.plusSeconds(20));
	}

}
