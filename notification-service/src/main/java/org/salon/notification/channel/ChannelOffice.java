package org.salon.notification.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.salon.notification.channel.log.ChannelHistory;
import org.salon.notification.channel.log.PostLedger;
import org.salon.notification.channel.log.PostLog;
import org.salon.notification.channel.plan.ChannelPlan;
import org.salon.notification.channel.plan.ChannelPolicy;
import org.salon.notification.channel.plan.PostKind;
import org.salon.notification.channel.wire.Answer;
import org.salon.notification.channel.wire.Channel;
import org.salon.notification.channel.wire.Post;
import org.salon.notification.salon.Salon;
import org.salon.notification.salon.Salons;

import org.springframework.stereotype.Component;

/** What an operator can see and do of the channels. */
@Component
public class ChannelOffice {

	/** No post has it: it is never made. */
	private static final UUID NO_ID = new UUID(0, 0);

	private final Channels channels;

	private final PostLedger ledger;

	private final PostLog log;

	private final Poster poster;

	private final PostWriter writer;

	private final Salons salons;

	private final ChannelPolicy policy;

	private final Clock clock;

	ChannelOffice(Channels channels, PostLedger ledger, PostLog log, Poster poster, PostWriter writer, Salons salons,
			ChannelPolicy policy, Clock clock, ChannelMetrics metrics) {
		this.channels = channels;
		this.ledger = ledger;
		this.log = log;
		this.poster = poster;
		this.writer = writer;
		this.salons = salons;
		this.policy = policy;
		this.clock = clock;
		Channels.NAMES.forEach((name) -> {
			metrics.begin(name);
			metrics.backlog(name, this, (office) -> office.backlog(name));
		});
	}

	/** What lies there of one that is off is late for nobody. */
	private long backlog(String name) {
		return this.channels.find(name).flatMap((on) -> this.log.history(name)).map(ChannelHistory::backlog).orElse(0L);
	}

	public List<ChannelView> list() {
		return Channels.NAMES.stream().map(this::view).toList();
	}

	/** Whether there is such a channel, on or off. */
	public boolean knows(String name) {
		return Channels.NAMES.contains(name);
	}

	/**
	 * What the channel would have posted from a moment until now, had it been on, in the
	 * order of the posts. By what the salons are now: a change that was made since, and
	 * what another has replaced, is not among them.
	 */
	public List<TrialPost> dryRun(Instant since) {
		Instant now = this.clock.instant();
		return this.salons.all()
			.stream()
			.flatMap((salon) -> dryRun(salon, since, now).stream())
			.sorted(Comparator.comparing(TrialPost::dueAt).thenComparing(TrialPost::salon))
			.toList();
	}

	/**
	 * What is still to be posted about one salon, on the channels that are on, in the
	 * order in which it is due.
	 */
	public List<ComingPost> coming(int salon) {
		return this.channels.on()
			.stream()
			.flatMap((channel) -> this.log.open(channel.name(), salon)
				.stream()
				.map((post) -> new ComingPost(channel.name(), post.kind(), post.reminder(), post.dueAt(),
						post.notAfter())))
			.sorted(Comparator.comparing(ComingPost::dueAt).thenComparing(ComingPost::channel))
			.toList();
	}

	/**
	 * Sends one post that says that it is a test.
	 * @return what came of it; nothing, if the channel is off
	 */
	public Optional<TestResult> test(String name) {
		return this.channels.find(name).map((channel) -> {
			this.ledger.open(channel);
			Optional<Instant> later = this.ledger.reserve(channel);
			if (later.isPresent()) {
				return new TestResult(Answer.Verdict.LIMITED, "the channel takes no more posts before " + later.get());
			}
			Answer answer = this.poster.post(channel, this.writer.test());
			this.ledger.note(channel, answer);
			return new TestResult(answer.verdict(), answer.text());
		});
	}

	private List<TrialPost> dryRun(Salon salon, Instant since, Instant now) {
		return ChannelPlan.of(salon, null, this.policy, since, now)
			.stream()
			.filter((planned) -> !planned.dueAt().isAfter(now))
			.map((planned) -> {
				Post post = this.writer.write(NO_ID, planned.kind(), planned.dueAt(), salon, planned.dueAt());
				return new TrialPost(salon.number(), planned.kind(), planned.dueAt(), post.title(), post.lines());
			})
			.toList();
	}

	private ChannelView view(String name) {
		ChannelHistory history = this.log.history(name).orElse(null);
		boolean on = this.channels.find(name).isPresent();
		return (history != null)
				? new ChannelView(name, on, history.firstSeenAt(), history.lastSuccessAt(), history.lastFailureAt(),
						history.lastFailure(), history.pausedUntil(), history.backlog(), history.planned())
				: new ChannelView(name, on, null, null, null, null, null, 0, 0);
	}

	/**
	 * A channel.
	 *
	 * @param on whether the settings have an address for it
	 * @param firstSeenAt since when it posts; what was due before it never does
	 * @param lastFailure what was said then
	 * @param pausedUntil until when it is left alone, since it had too many posts
	 * @param backlog posts that are due and not made
	 * @param planned posts that are still to come, those due included
	 */
	public record ChannelView(String name, boolean on, @Nullable Instant firstSeenAt, @Nullable Instant lastSuccessAt,
			@Nullable Instant lastFailureAt, @Nullable String lastFailure, @Nullable Instant pausedUntil, long backlog,
			long planned) {
	}

	/**
	 * A post that is to be made.
	 *
	 * @param reminder the offset before the start, of a reminder
	 * @param notAfter from then on it is not made any more
	 */
	public record ComingPost(String channel, PostKind kind, @Nullable Duration reminder, Instant dueAt,
			Instant notAfter) {
	}

	/**
	 * A post that is not made.
	 */
	public record TrialPost(int salon, PostKind kind, Instant dueAt, String title, List<String> lines) {
	}

	/**
	 * What came of a test.
	 *
	 * @param answer what the channel said, without secrets
	 */
	public record TestResult(Answer.Verdict outcome, String answer) {
	}

}
