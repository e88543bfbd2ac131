package org.salon.notification.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.salon.events.member.Preferences;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonCancelled;
import org.salon.events.salon.SalonRescheduled;
import org.salon.events.salon.SalonState;
import org.salon.events.salon.SalonStatus;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;
import org.salon.notification.database.Columns;
import org.salon.notification.member.Member;
import org.salon.notification.member.Members;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.salon.Salon;
import org.salon.notification.salon.Salons;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Announcements to more people than one transaction plans for; taken back. */
@NotificationTest
@Transactional
class AnnouncementRunIT {

	private static final int SUBSCRIBERS = 2_500;

	private static final Preferences ALL = new Preferences(true, true, true);

	@Autowired
	private Announcements announcements;

	@Autowired
	private AnnouncementRuns runs;

	@Autowired
	private AnnouncementWork work;

	@Autowired
	private AnnouncementControl control;

	@Autowired
	private SendLedger ledger;

	@Autowired
	private DueRows due;

	@Autowired
	private Salons salons;

	@Autowired
	private Members members;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private World world;

	private final int number = Fixtures.number();

	private Waiting waiting;

	private Salon salon;

	@BeforeEach
	void announce() {
		this.waiting = new Waiting(this.jdbc, this.number);
		this.jdbc.sql("""
				INSERT INTO member (id, name, email, locale, announcements, reminders, replays, link_generation,
					subscribed_at)
				SELECT gen_random_uuid(), '', 'run' || n || '@example.org', 'en', true, true, true, 0, 'epoch'
				FROM generate_series(1, ?) n
				""").param(SUBSCRIBERS).update();
		SalonState state = Fixtures.salon(this.number, start());
		this.salon = Salon.after(null, new SalonAnnounced(state), 1, this.world.now());
		change(null, this.salon);
	}

	@Test
	void plansSomeWithTheEventAndTheOthersAfterIt() {
		assertThat(mine("true")).isLessThanOrEqualTo(1_000);
		assertThat(view().state()).isEqualTo(AnnouncementView.State.PLANNING);
		planAll();
		assertThat(mine("state = 'PLANNED'")).isEqualTo(SUBSCRIBERS);
		assertThat(this.runs.atWork()).doesNotContain(this.number);
		assertThat(view().state()).isEqualTo(AnnouncementView.State.SENDING);
		assertThat(view().left()).isEqualTo(view().planned()).isGreaterThanOrEqualTo(SUBSCRIBERS);
	}

	@Test
	void goesOnAfterACrashWhereItWas() {
		TransactionTemplate crashing = new TransactionTemplate(this.transactions);
		crashing.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
		crashing.executeWithoutResult((status) -> {
			this.work.step(this.number, 700);
			status.setRollbackOnly();
		});
		planAll();
		assertThat(mine("state = 'PLANNED'")).isEqualTo(SUBSCRIBERS);
	}

	@Test
	void neitherDoublesNorLosesWhoSubscribesMeanwhile() {
		UUID passed = new UUID(0, Long.MIN_VALUE | this.number);
		UUID yetToCome = new UUID(-1, Long.MIN_VALUE | this.number);
		UUID late = new UUID(-1, Long.MIN_VALUE | (this.number + 1_000_000));
		Instant before = this.world.now().minusSeconds(60);
		subscribe(passed, before);
		subscribe(yetToCome, before);
		subscribe(late, this.world.now().plusSeconds(60));
		planAll();
		assertThat(rowsOf(passed)).isEqualTo(1);
		assertThat(rowsOf(yetToCome)).isEqualTo(1);
		assertThat(rowsOf(late)).isZero();
		assertThat(mine("true")).isEqualTo(SUBSCRIBERS);
	}

	@Test
	void claimsNothingOfAPausedOneAndAllOthers() {
		this.control.pause(this.number);
		planAll();
		assertThat(view().state()).isEqualTo(AnnouncementView.State.PAUSED);
		assertThat(this.due.lanes()).extracting(Lane::salon).doesNotContain(this.number);
		this.waiting.add(DeliveryKind.REPLAY, 1, "example.org", this.world.now().minusSeconds(1));
		assertThat(claimed()).extracting(Lease::kind).containsExactly(DeliveryKind.REPLAY);
		assertThat(view().left()).isEqualTo(view().planned());
		this.control.resume(this.number);
		assertThat(view().state()).isEqualTo(AnnouncementView.State.SENDING);
		assertThat(claimed()).hasSize(50);
	}

	@Test
	void keepsTheDeadlineWhileItIsPaused() {
		planAll();
		this.control.pause(this.number);
		this.jdbc.sql("UPDATE delivery SET not_after = ? WHERE salon_number = ?")
			.params(Columns.timestamp(this.world.now().minusSeconds(1)), this.number)
			.update();
		this.control.resume(this.number);
		assertThat(claimed()).isEmpty();
		this.ledger.sweep();
		assertThat(this.waiting.count("state = 'EXPIRED'")).isPositive();
	}

	@Test
	void closesWhatIsLeftInBatchesWhenItIsCancelledAndTellsOfEach() {
		planAll();
		assertThat(claimed()).hasSize(50);
		long toldBefore = told();
		assertThat(this.control.cancel(this.number))
			.hasValueSatisfying((view) -> assertThat(view.state()).isEqualTo(AnnouncementView.State.CANCELLING));
		assertThat(claimed()).isEmpty();
		assertThat(this.work.step(this.number, 1_000)).isTrue();
		assertThat(this.waiting.count("state = 'CANCELLED'")).isEqualTo(1_000);
		planAll();
		assertThat(mine("state = 'CANCELLED' AND reason = 'an operator called the announcement off'"))
			.isEqualTo(SUBSCRIBERS);
		assertThat(told() - toldBefore).isEqualTo(this.waiting.count("state = 'CANCELLED'"));
		assertThat(view().state()).isEqualTo(AnnouncementView.State.CANCELLED);
		assertThat(view().dropped()).isEqualTo(view().planned());
		assertThatExceptionOfType(AnnouncementControl.AnnouncementCancelled.class)
			.isThrownBy(() -> this.control.resume(this.number));
	}

	@Test
	void plansNothingMoreOnceItIsCancelled() {
		this.control.cancel(this.number);
		planAll();
		UUID member = UUID.randomUUID();
		subscribe(member, this.world.now().minusSeconds(60));
		assertThat(rowsOf(member)).isZero();
		assertThat(this.waiting.count("state <> 'CANCELLED'")).isZero();
		assertThat(mine("true")).isLessThanOrEqualTo(1_000);
	}

	@Test
	void claimsNothingBeforeAllHaveTheDeadlineOfASalonThatMoved() {
		planAll();
		Salon moved = Salon.after(this.salon,
				new SalonRescheduled(Fixtures.salon(this.number, start().minus(Duration.ofDays(1))), start(),
						start().plus(Duration.ofHours(2))),
				2, this.world.now());
		change(this.salon, moved);
		assertThat(claimed()).isEmpty();
		planAll();
		assertThat(mine("not_after = '%s'".formatted(moved.startsAt()))).isEqualTo(SUBSCRIBERS);
		assertThat(claimed()).hasSize(50);
	}

	@Test
	void closesAllThatIsLeftOfASalonThatIsCalledOff() {
		planAll();
		Salon off = Salon.after(this.salon,
				new SalonCancelled(Fixtures.salon(this.number, start(), "Non-IID 数据集", SalonStatus.CANCELLED, 1)), 2,
				this.world.now());
		change(this.salon, off);
		assertThat(claimed()).isEmpty();
		planAll();
		assertThat(mine("state = 'CANCELLED' AND reason = 'the salon is called off'")).isEqualTo(SUBSCRIBERS);
	}

	private void change(Salon before, Salon after) {
		this.salons.lockToAnnounce();
		this.salons.lockToChange(this.number);
		this.salons.save(after);
		this.announcements.reconcile(before, after, new Cause(UUID.randomUUID(), this.world.now()));
	}

	private void planAll() {
		while (this.work.step(this.number, 700)) {
			assertThat(this.runs.atWork()).contains(this.number);
		}
	}

	private void subscribe(UUID id, Instant at) {
		Member member = this.members.save(Fixtures.member(id, ALL), at);
		this.announcements.reconcile((Member) null, member, new Cause(UUID.randomUUID(), at));
	}

	private List<Lease> claimed() {
		return this.ledger.claim(UUID.randomUUID(), 50, Duration.ofMinutes(1))
			.stream()
			.filter((lease) -> Integer.valueOf(this.number).equals(lease.salonNumber()))
			.toList();
	}

	private AnnouncementView view() {
		return this.control.find(this.number).orElseThrow();
	}

	/** Of those that this test subscribed at first. */
	private long mine(String condition) {
		return this.waiting.count("address LIKE 'run%@example.org' AND " + condition);
	}

	private long rowsOf(UUID member) {
		return this.waiting.count("member_id = '" + member + "'");
	}

	private long told() {
		return this.jdbc.sql("SELECT count(*) FROM messaging.outbox").query(Long.class).single();
	}

	private Instant start() {
		return Instant.parse("2099-06-07T11:30:00Z");
	}

}
