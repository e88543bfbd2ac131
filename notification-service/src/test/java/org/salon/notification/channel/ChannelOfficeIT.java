package org.salon.notification.channel;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.salon.events.salon.SalonAnnounced;
import org.salon.notification.Fixtures;
import org.salon.notification.MovableClock;
import org.salon.notification.NotificationTest;
import org.salon.notification.channel.ChannelOffice.ComingPost;
import org.salon.notification.channel.ChannelOffice.TestResult;
import org.salon.notification.channel.log.PostLedger;
import org.salon.notification.channel.log.PostLog;
import org.salon.notification.channel.plan.ChannelPolicy;
import org.salon.notification.channel.plan.PostKind;
import org.salon.notification.channel.wire.Answer.Verdict;
import org.salon.notification.channel.wire.Channel;
import org.salon.notification.channel.wire.DingTalk;
import org.salon.notification.salon.Salons;
import org.salon.outbound.Receiver;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@NotificationTest
class ChannelOfficeIT {

	private final ChannelBench bench;

	private final ChannelOffice office;

	private final PostLog log;

	private final MovableClock clock;

	private final Receiver receiver = new Receiver();

	private final Channel channel;

	ChannelOfficeIT(@Autowired PostLedger ledger, @Autowired PostLog log, @Autowired PostWriter writer,
			@Autowired Salons salons, @Autowired ChannelPolicy policy, @Autowired MovableClock clock) {
		this.bench = new ChannelBench(ledger, log, writer, salons, clock);
		this.log = log;
		this.clock = clock;
		this.channel = this.bench.open(this.receiver, (target) -> new DingTalk(target, ""), Channel::limit);
		this.office = new ChannelOffice(new Channels(List.of(this.channel)), ledger, log, this.bench.poster(), writer,
				salons, policy, clock, new ChannelMetrics(new SimpleMeterRegistry()));
	}

	@AfterEach
	void close() {
		this.receiver.close();
	}

	@Test
	void postsATestWithinTheLimitsAndNotesWhatCameOfIt() {
		for (int i = 0; i < 20; i++) {
			assertThat(this.office.test(this.channel.name())).hasValueSatisfying(
					(result) -> assertThat(result).isEqualTo(new TestResult(Verdict.SENT, "HTTP 200, code 0")));
		}
		assertThat(this.office.test(this.channel.name()))
			.hasValueSatisfying((result) -> assertThat(result.outcome()).isEqualTo(Verdict.LIMITED));
		assertThat(this.receiver.requests()).hasSize(20)
			.allSatisfy((request) -> assertThat(request.body()).contains("测试消息"));
		assertThat(this.log.history(this.channel.name())).hasValueSatisfying((history) -> {
			assertThat(history.lastSuccessAt()).isNotNull();
			assertThat(history.lastFailureAt()).isNull();
		});
	}

	@Test
	void saysWhatIsStillToBePostedAboutASalon() {
		int number = Fixtures.number();
		Instant start = this.clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(3));
		Instant due = start.minus(Duration.ofHours(30));
		this.bench.tell(
				new SalonAnnounced(Fixtures.postedBefore(Fixtures.salon(number, start), List.of(Duration.ofHours(30)))),
				1);
		assertThat(this.office.coming(number)).isEmpty();
		this.bench.reconcile(this.channel);
		assertThat(this.office.coming(number)).extracting(ComingPost::kind)
			.containsExactly(PostKind.ANNOUNCEMENT, PostKind.REMINDER);
		assertThat(this.office.coming(number)).last()
			.isEqualTo(new ComingPost(this.channel.name(), PostKind.REMINDER, Duration.ofHours(30), due,
					start.minus(Duration.ofMinutes(1))));
		assertThat(this.office.coming(Fixtures.number())).isEmpty();
	}

	@Test
	void saysWhatTheRobotSaid() {
		this.receiver.answer(200, "{\"errcode\":310000,\"errmsg\":\"keywords not in content\"}");
		assertThat(this.office.test(this.channel.name())).hasValueSatisfying((result) -> assertThat(result)
			.isEqualTo(new TestResult(Verdict.REFUSED, "HTTP 200, code 310000: keywords not in content")));
		assertThat(this.log.history(this.channel.name()))
			.hasValueSatisfying((history) -> assertThat(history.lastFailure())
				.isEqualTo("HTTP 200, code 310000: keywords not in content"));
	}

}
