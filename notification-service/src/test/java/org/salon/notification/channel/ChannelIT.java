package org.salon.notification.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.salon.events.salon.ReplayPublished;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonCancelled;
import org.salon.events.salon.SalonChanged;
import org.salon.events.salon.SalonRescheduled;
import org.salon.events.salon.SalonState;
import org.salon.events.salon.SalonStatus;
import org.salon.notification.Fixtures;
import org.salon.notification.MovableClock;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;
import org.salon.outbound.Receiver.Request;
import org.salon.notification.channel.log.PostLedger;
import org.salon.notification.channel.log.PostLog;
import org.salon.notification.channel.log.PostView;
import org.salon.notification.channel.wire.Channel;
import org.salon.notification.channel.wire.DingTalk;
import org.salon.notification.channel.wire.Feishu;
import org.salon.notification.channel.wire.WeCom;
import org.salon.notification.channel.wire.Webhook;
import org.salon.notification.salon.Salons;
import org.salon.outbound.Receiver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Real HTTP servers, the real ledger; time goes by the movable clock. */
@NotificationTest
@ExtendWith(OutputCaptureExtension.class)
class ChannelIT {

	private static final String WEBHOOK_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

	private final ChannelBench bench;

	private final World world;

	private final MovableClock clock;

	private final int number = Fixtures.number();

	private final Receiver receiver = new Receiver();

	ChannelIT(@Autowired PostLedger ledger, @Autowired PostLog log, @Autowired PostWriter writer,
			@Autowired Salons salons, @Autowired World world, @Autowired MovableClock clock) {
		this.bench = new ChannelBench(ledger, log, writer, salons, clock);
		this.world = world;
		this.clock = clock;
	}

	@AfterEach
	void close() {
		this.receiver.close();
	}

	@Test
	void postsTheWholeLifeOfASalonOnceEach() {
		Channel channel = dingTalk();
		Instant start = this.clock.instant().plus(Duration.ofDays(3));
		this.bench.tell(new SalonAnnounced(state(start)), 1);
		this.bench.work(channel);
		this.bench.work(channel);
		assertThat(received()).singleElement()
			.satisfies(
					(request) -> assertThat(request.uri().getQuery()).contains("access_token=", "timestamp=", "sign="))
			.satisfies((request) -> assertThat(request.body()).contains("\"msgtype\":\"markdown\"", "开始报名", "王小明",
					"/salons/" + this.number));
		this.bench.tell(
				new SalonRescheduled(state(start.plus(Duration.ofHours(2))), start, start.plus(Duration.ofHours(2))),
				2);
		this.bench.work(channel);
		assertThat(received()).hasSize(2).last().satisfies((post) -> assertThat(post.body()).contains("时间变更"));
		this.clock.moveTo(start.plus(Duration.ofHours(2)).minus(Duration.ofDays(2)).plusSeconds(1));
		this.bench.work(channel);
		assertThat(received()).hasSize(3);
		this.clock.moveTo(start.plus(Duration.ofHours(2)).minus(Duration.ofMinutes(2)));
		this.bench.work(channel);
		this.bench.tell(new ReplayPublished(state(start.plus(Duration.ofHours(2))), false), 3);
		this.bench.work(channel);
		assertThat(received()).as("none at the mails' offsets").hasSize(4);
		assertThat(received().getLast().body()).contains("回放", "https://example.org/replay/44");
		assertThat(received()).noneSatisfy((post) -> assertThat(post.body()).contains("live.example.org"));
		assertThat(this.bench.posts(channel, this.number)).contains("ANNOUNCEMENT SENT", "RESCHEDULED SENT",
				"REMINDER SENT", "REPLAY SENT");
	}

	@Test
	void tellsOfACancellationOnlyWhoHeardOfTheSalon() {
		Channel early = dingTalk();
		Instant start = this.clock.instant().plus(Duration.ofDays(3));
		this.bench.tell(new SalonAnnounced(state(start)), 1);
		this.bench.work(early);
		this.bench.tell(new SalonCancelled(state(start, SalonStatus.CANCELLED)), 2);
		this.bench.work(early);
		assertThat(this.bench.posts(early, this.number)).containsExactlyInAnyOrder("ANNOUNCEMENT SENT",
				"REMINDER CANCELLED", "CANCELLED SENT");
		assertThat(received()).hasSize(2);
	}

	@Test
	void postsNothingOfASalonThatWasCalledOffInTime() {
		Channel channel = dingTalk();
		Instant start = this.clock.instant().plus(Duration.ofDays(3));
		this.receiver.answer(500, "");
		this.bench.tell(new SalonAnnounced(state(start)), 1);
		this.bench.work(channel);
		assertThat(received()).hasSize(1);
		this.receiver.answer(200, "{\"errcode\":0}");
		this.bench.tell(new SalonCancelled(state(start, SalonStatus.CANCELLED)), 2);
		this.clock.moveTo(this.clock.instant().plusSeconds(30));
		this.bench.work(channel);
		assertThat(received()).hasSize(1);
		assertThat(this.bench.posts(channel, this.number)).containsOnly("ANNOUNCEMENT CANCELLED", "REMINDER CANCELLED");
	}

	@Test
	void postsNothingOfThePastOnAChannelThatGoesLive() {
		Instant start = this.clock.instant().plus(Duration.ofHours(60));
		this.bench.tell(new SalonAnnounced(state(start)), 1);
		Channel late = dingTalk();
		this.bench.work(late);
		assertThat(received()).isEmpty();
		assertThat(this.bench.posts(late, this.number)).containsExactly("REMINDER PLANNED");
		this.bench.tell(
				new SalonRescheduled(state(start.plus(Duration.ofDays(1))), start, start.plus(Duration.ofHours(2))), 2);
		this.bench.work(late);
		assertThat(received()).singleElement().satisfies((post) -> assertThat(post.body()).contains("时间变更"));
	}

	@Test
	void triesAgainWhatTheServerCouldNotTake() {
		Channel channel = webhook();
		this.receiver.answer(500, "sorry");
		this.bench.tell(new SalonAnnounced(state(this.clock.instant().plus(Duration.ofDays(3)))), 1);
		this.bench.work(channel);
		assertThat(this.bench.posts(channel, this.number)).contains("ANNOUNCEMENT RETRY");
		this.bench.work(channel);
		assertThat(received()).hasSize(1);
		this.receiver.answer(204, "");
		this.clock.moveTo(this.clock.instant().plusSeconds(6));
		this.bench.work(channel);
		assertThat(this.bench.posts(channel, this.number)).contains("ANNOUNCEMENT SENT");
		assertThat(received()).hasSize(2)
			.extracting((request) -> request.headers().get("webhook-id"))
			.containsOnly(received().getFirst().headers().get("webhook-id"));
		assertThat(received().getFirst().headers()).containsKeys("webhook-timestamp", "webhook-signature");
		assertThat(received().getFirst().body()).isEqualTo(received().getLast().body())
			.contains("\"type\":\"salon.announcement\"", "\"number\":" + this.number);
	}

	@Test
	void triesNoMoreWhatTheRobotRefusesAndTellsNoSecret(CapturedOutput log) {
		Channel channel = dingTalk();
		this.receiver.answer(200, "{\"errcode\":310000,\"errmsg\":\"sign not match 0123456789abcdef\"}");
		this.bench.tell(new SalonAnnounced(state(this.clock.instant().plus(Duration.ofDays(3)))), 1);
		this.bench.work(channel);
		assertThat(announcement(channel)).satisfies((post) -> {
			assertThat(post.state()).hasToString("FAILED");
			assertThat(post.answer()).isEqualTo("HTTP 200, code 310000: sign not match …");
		});
		assertThat(log).contains("REFUSED, HTTP 200, code 310000").doesNotContain("0123456789abcdef", "SEC0000");
	}

	@Test
	void leavesARobotAloneThatHasTooMuch() {
		Channel channel = weCom();
		this.receiver.answer(200, "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}");
		this.bench.tell(new SalonAnnounced(state(this.clock.instant().plus(Duration.ofDays(3)))), 1);
		this.bench.work(channel);
		assertThat(announcement(channel)).satisfies((post) -> assertThat(post.attempts()).isZero());
		this.receiver.answer(200, "{\"errcode\":0}");
		this.bench.work(channel);
		assertThat(received()).hasSize(1);
		this.clock.moveTo(this.clock.instant().plusSeconds(61));
		this.bench.work(channel);
		assertThat(this.bench.posts(channel, this.number)).contains("ANNOUNCEMENT SENT");
	}

	@Test
	void followsNoRedirect() {
		Channel channel = dingTalk();
		this.receiver.redirect("http://169.254.169.254/latest/meta-data");
		this.bench.tell(new SalonAnnounced(state(this.clock.instant().plus(Duration.ofDays(3)))), 1);
		this.bench.work(channel);
		assertThat(announcement(channel).answer()).startsWith("HTTP 302");
		assertThat(this.bench.posts(channel, this.number)).contains("ANNOUNCEMENT FAILED");
	}

	@Test
	void postsTwiceAtMostWhatMayHaveArrived() {
		Channel channel = dingTalk();
		this.receiver.hang();
		this.bench.tell(new SalonAnnounced(state(this.clock.instant().plus(Duration.ofDays(3)))), 1);
		this.bench.work(channel);
		assertThat(this.bench.posts(channel, this.number)).contains("ANNOUNCEMENT RETRY");
		this.clock.moveTo(this.clock.instant().plusSeconds(6));
		this.bench.work(channel);
		this.clock.moveTo(this.clock.instant().plus(Duration.ofHours(1)));
		this.bench.work(channel);
		assertThat(this.bench.posts(channel, this.number)).contains("ANNOUNCEMENT FAILED");
		assertThat(received()).hasSize(2);
	}

	@Test
	void postsNoReminderAfterItsTime() {
		Channel channel = dingTalk();
		Instant start = this.clock.instant().plus(Duration.ofHours(50));
		this.bench.tell(new SalonAnnounced(state(start)), 1);
		this.bench.work(channel);
		this.clock.moveTo(start.plusSeconds(1));
		this.bench.work(channel);
		assertThat(this.bench.posts(channel, this.number)).containsExactlyInAnyOrder("ANNOUNCEMENT SENT",
				"REMINDER EXPIRED");
		assertThat(received()).hasSize(1);
	}

	@Test
	void remindsAtTheSalonsOwnOffsetsRatherThanAtTheClubs() {
		Channel channel = dingTalk();
		Instant start = this.clock.instant().plus(Duration.ofDays(3));
		this.bench.tell(new SalonAnnounced(state(start)), 1);
		this.bench.work(channel);
		assertThat(reminders(channel)).containsExactly("PT48H PLANNED");
		this.bench.tell(new SalonChanged(Fixtures.postedBefore(state(start), List.of(Duration.ofHours(3))),
				List.of("chatReminders")), 2);
		this.clock.moveTo(start.minus(Duration.ofHours(47)));
		this.bench.work(channel);
		assertThat(received()).hasSize(1);
		assertThat(reminders(channel)).containsExactly("PT48H CANCELLED", "PT3H PLANNED");
		this.clock.moveTo(start.minus(Duration.ofHours(3)).plusSeconds(1));
		this.bench.work(channel);
		assertThat(received()).hasSize(2);
		this.bench.tell(new SalonChanged(state(start), List.of("chatReminders")), 3);
		this.bench.work(channel);
		assertThat(received()).as("the club's were due before they were set").hasSize(2);
		assertThat(reminders(channel)).containsExactly("PT48H CANCELLED", "PT3H SENT");
	}

	@Test
	void keepsTheLimitOfARobotOverAllSalons() {
		Channel channel = this.bench.open(this.receiver, (target) -> new DingTalk(target, ""), Channel::limit);
		Instant start = this.clock.instant().plus(Duration.ofDays(1000));
		for (int i = 0; i < 25; i++) {
			this.bench.tell(new SalonAnnounced(Fixtures.salon(Fixtures.number(), start)), 1);
		}
		this.bench.work(channel);
		assertThat(this.receiver.requests()).hasSize(20);
		this.clock.moveTo(this.clock.instant().plusSeconds(30));
		this.bench.work(channel);
		assertThat(this.receiver.requests()).hasSize(20);
		this.clock.moveTo(this.clock.instant().plusSeconds(31));
		this.bench.work(channel);
		assertThat(this.receiver.requests()).hasSize(25);
	}

	@Test
	void comesToTheSameWhicheverIsKnownFirst() {
		Channel channel = dingTalk();
		Instant start = this.clock.instant().plus(Duration.ofDays(3));
		this.bench.tell(new SalonRescheduled(state(start), start, start.plus(Duration.ofHours(2))), 2);
		this.bench.work(channel);
		assertThat(this.bench.posts(channel, this.number)).containsExactly("REMINDER PLANNED");
		this.bench.tell(new ReplayPublished(state(start), false), 3);
		this.bench.work(channel);
		this.bench.tell(new SalonAnnounced(state(start)), 4);
		this.bench.work(channel);
		assertThat(this.bench.posts(channel, this.number)).containsExactlyInAnyOrder("REMINDER PLANNED", "REPLAY SENT",
				"ANNOUNCEMENT SENT");
	}

	@Test
	void postsACardToFeishuAwayFromTheRush() {
		Channel channel = this.bench.open(this.receiver, (target) -> new Feishu(target, "secret-of-feishu"));
		Instant rush = Instant.ofEpochSecond((this.clock.instant().getEpochSecond() / 1800 + 1) * 1800);
		this.clock.moveTo(rush);
		this.bench.tell(new SalonAnnounced(state(rush.plus(Duration.ofDays(3)))), 1);
		this.bench.work(channel);
		assertThat(received()).isEmpty();
		this.clock.moveTo(rush.plusSeconds(240));
		this.bench.work(channel);
		assertThat(received()).singleElement()
			.satisfies((post) -> assertThat(post.body()).contains("\"msg_type\":\"interactive\"", "\"sign\":\"",
					"\"tag\":\"markdown\""));
	}

	@Test
	void letsNoChannelWaitForAnotherThatHangs() {
		try (Receiver hanging = new Receiver()) {
			hanging.hang();
			Channel stuck = this.bench.open(hanging, (target) -> new DingTalk(target, ""));
			Channel well = weCom();
			for (int i = 0; i < 5; i++) {
				this.bench.tell(
						new SalonAnnounced(
								Fixtures.salon(Fixtures.number(), this.clock.instant().plus(Duration.ofDays(1000)))),
						1);
			}
			ChannelThreads threads = this.bench.threads(stuck, well);
			threads.start();
			try {
				Awaitility.await("posts on the channel that is well")
					.atMost(World.PATIENCE)
					.until(() -> this.receiver.requests().size() >= 5);
				assertThat(threads.alive()).isTrue();
				assertThat(this.bench.log().history(stuck.name()).orElseThrow().lastSuccessAt()).isNull();
			}
			finally {
				threads.stop();
			}
		}
	}

	@Test
	void postsWhatTheBrokerTellsOf() {
		Channel channel = dingTalk();
		SalonAnnounced announced = new SalonAnnounced(state(this.clock.instant().plus(Duration.ofDays(3))));
		this.world.tell(announced, 1);
		this.world.awaitHandled(announced, 1);
		this.bench.work(channel);
		assertThat(received()).hasSize(1);
	}

	private Channel dingTalk() {
		return this.bench.open(this.receiver, (target) -> new DingTalk(target, "SEC000000000000000000000"));
	}

	private Channel weCom() {
		return this.bench.open(this.receiver, WeCom::new);
	}

	private Channel webhook() {
		return this.bench.open(this.receiver, (target) -> Webhook.of(target, "X", WEBHOOK_SECRET));
	}

	/** The requests about this test's salon. */
	private List<Request> received() {
		return this.receiver.requests()
			.stream()
			.filter((request) -> request.body().contains("" + this.number))
			.toList();
	}

	/** Offset and state of each reminder of this test's salon, by when it is due. */
	private List<String> reminders(Channel channel) {
		return this.bench.all(channel, this.number)
			.reversed()
			.stream()
			.filter((post) -> post.reminder() != null)
			.map((post) -> post.reminder() + " " + post.state())
			.toList();
	}

	private PostView announcement(Channel channel) {
		return this.bench.all(channel, this.number)
			.stream()
			.filter((post) -> "once".equals(post.occurrence()))
			.findFirst()
			.orElseThrow();
	}

	private SalonState state(Instant start) {
		return state(start, SalonStatus.ANNOUNCED);
	}

	private SalonState state(Instant start, SalonStatus status) {
		return Fixtures.salon(this.number, start, "Non-IID 数据集", status, 0);
	}

}
