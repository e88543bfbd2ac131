package org.salon.notification.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.salon.events.registration.RegistrationStatus;
import org.salon.events.salon.SalonAnnounced;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;
import org.salon.notification.database.Columns;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.salon.Salons;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Couriers that come while all who write are held up go together. */
@NotificationTest
class TurnGroupsIT {

	private static final int COURIERS = 6;

	@Autowired
	private SendLedger ledger;

	@Autowired
	private GroupedRows rows;

	@Autowired
	private KeptForms forms;

	@Autowired
	private ToldRows told;

	@Autowired
	private Salons salons;

	@Autowired
	private Outcomes outcomes;

	@Autowired
	private Clock clock;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private DataSource dataSource;

	@Autowired
	private World world;

	private final int number = Fixtures.number();

	private final List<UUID> members = Stream.generate(UUID::randomUUID).limit(1 + COURIERS + 1).toList();

	private final List<Thread> couriers = new ArrayList<>();

	@BeforeEach
	void register() {
		var salon = new SalonAnnounced(Fixtures.salon(this.number, this.world.now().plus(Duration.ofDays(3))));
		this.world.tell(salon, 1);
		this.members
			.forEach((member) -> this.world.tell(Fixtures.registered(this.number, member, this.world.now()), 1));
		this.members.forEach((member) -> this.world.awaitLedger(member, "CONFIRMATION SENT"));
	}

	@AfterEach
	void tidy() {
		this.jdbc.sql("DELETE FROM delivery WHERE occurrence = 'group'").update();
	}

	@Test
	void startsAndRecordsTheMessagesOfManyCouriersInOneTransaction() {
		List<Draft> drafts = drafts();
		assertThat(together(drafts)).containsOnly(true);
		assertThat(states()).containsOnly("SENDING").hasSize(COURIERS);
		assertThat(transactionsOf("SENDING")).isEqualTo(1);
		assertThat(messages()).isEqualTo(COURIERS);

		List<CompletableFuture<Boolean>> recorded = whileAllWhoWriteAreHeldUp(
				() -> drafts.stream().map((draft) -> courier(Settlement.sent(draft.lease()), null)).toList());
		assertThat(recorded).allMatch((turn) -> !turn.join());
		assertThat(states()).containsOnly("SENT");
		assertThat(transactionsOf("SENT")).isEqualTo(1);
		assertThat(messages()).as("kept, to be seen").isEqualTo(COURIERS);
		assertThat(this.jdbc.sql(
				"SELECT count(*) FROM messaging.outbox WHERE type LIKE 'salon.delivery-changed.%' AND subject = ANY (?)")
			.param(drafts.stream().map((draft) -> "delivery/" + draft.lease().deliveryId()).toArray(String[]::new))
			.query(Long.class)
			.single()).isEqualTo(COURIERS);
	}

	@Test
	void startsTheOthersWhenOneSaysWhatIsNoLongerSoAndOneHasLostItsLease() {
		List<Draft> drafts = new ArrayList<>(drafts());
		drafts.set(0, draft(this.members.get(1), 2));
		this.jdbc.sql("UPDATE delivery SET fence = fence + 1 WHERE id = ?")
			.param(drafts.get(1).lease().deliveryId())
			.update();
		assertThat(together(drafts)).containsExactly(false, false, true, true, true, true);
	}

	@Test
	void handsOverOnceWhatTwoCouriersHoldByALostLeaseAndByItsSuccessor() {
		List<Draft> lost = drafts();
		List<Draft> held = lost.stream().map(this::takenAgain).toList();
		List<Boolean> handedOver = together(Stream.concat(held.stream(), lost.stream()).toList());
		assertThat(handedOver.subList(0, COURIERS)).containsOnly(true);
		assertThat(handedOver.subList(COURIERS, 2 * COURIERS)).containsOnly(false);
	}

	@Test
	void startsAnnouncementsTogetherButForWhoHasSignedUpMeanwhile() {
		int other = Fixtures.number();
		this.world.tell(new SalonAnnounced(Fixtures.salon(other, this.world.now().plus(Duration.ofDays(3)))), 1);
		UUID signedUp = this.members.get(1);
		this.world.tell(Fixtures.registered(other, signedUp, this.world.now()), 1);
		this.world.awaitLedger(signedUp, "CONFIRMATION SENT", "CONFIRMATION SENT");
		List<Draft> drafts = this.members.subList(1, 1 + COURIERS)
			.stream()
			.map((member) -> announcement(member, other))
			.toList();
		assertThat(together(drafts)).containsExactly(false, true, true, true, true, true);
		assertThat(transactionsOf("SENDING")).isEqualTo(1);
	}

	@Test
	void letsNobodyElseWaitForAPlaceThatIsJustChanging() throws SQLException {
		List<Draft> drafts = drafts();
		try (Connection other = this.dataSource.getConnection(); Statement sql = other.createStatement()) {
			other.setAutoCommit(false);
			sql.execute("UPDATE registration SET version = version + 1 WHERE id = '"
					+ drafts.getFirst().lease().registrationId() + "'");
			List<CompletableFuture<Boolean>> turns = whileAllWhoWriteAreHeldUp(() -> start(drafts));
			turns.subList(1, COURIERS)
				.forEach((turn) -> assertThat(turn).succeedsWithin(World.PATIENCE).isEqualTo(true));
			assertThat(turns.getFirst()).isNotDone();
			other.commit();
			assertThat(turns.getFirst()).as("it was composed before").succeedsWithin(World.PATIENCE).isEqualTo(false);
			other.setAutoCommit(true);
		}
	}

	@Test
	void holdsNoPlaceWhileItWaitsForAForm() throws SQLException {
		Draft plain = draft(this.members.get(1), 1);
		Frozen.Form form = new Frozen.Form(UUID.randomUUID(), plain.mime());
		Draft draft = new Draft(plain.lease(), plain.mime(), new Frozen(form, plain.mime()), plain.revision(), null);
		try (Connection other = this.dataSource.getConnection(); Statement sql = other.createStatement()) {
			other.setAutoCommit(false);
			sql.execute("INSERT INTO mail_form (id, content) VALUES ('" + form.id() + "', '')");
			CompletableFuture<Boolean> turn = courier(null, draft);
			Awaitility.await("it waits").atMost(World.PATIENCE).until(this::somebodyWaits);
			sql.execute("SELECT id FROM registration WHERE id = '" + plain.lease().registrationId()
					+ "' FOR UPDATE NOWAIT");
			other.commit();
			assertThat(turn).succeedsWithin(World.PATIENCE).isEqualTo(true);
			other.setAutoCommit(true);
		}
	}

	@Test
	void leavesToACourierWhatComesAfterItsEnd() {
		TurnGroups closed = new TurnGroups(this.rows, this.forms, this.told, this.salons, this.outcomes,
				this.transactions, this.clock);
		closed.destroy();
		Turn turn = new Turn(null, draft(this.members.get(1), 1));
		assertThat(CompletableFuture.runAsync(() -> closed.join(turn))).succeedsWithin(World.PATIENCE);
		assertThat(turn.started()).isFalse();
		assertThat(turn.next()).isNotNull();
	}

	private List<Draft> drafts() {
		return this.members.subList(1, 1 + COURIERS).stream().map((member) -> draft(member, 1)).toList();
	}

	private List<Boolean> together(List<Draft> drafts) {
		return whileAllWhoWriteAreHeldUp(() -> start(drafts)).stream().map(CompletableFuture::join).toList();
	}

	private List<CompletableFuture<Boolean>> start(List<Draft> drafts) {
		return drafts.stream().map((draft) -> courier(null, draft)).toList();
	}

	/**
	 * Events wait for the locks of their keys, so that all who come then wait for those
	 * who write them.
	 */
	private <T> T whileAllWhoWriteAreHeldUp(Supplier<T> work) {
		List<Draft> held = Stream.of(this.members.getFirst(), this.members.getLast())
			.map((member) -> draft(member, 1))
			.toList();
		assertThat(held).allMatch((draft) -> this.ledger.turn(null, draft));
		return this.transactions.execute((status) -> {
			for (Draft draft : held) {
				long waiting = waiting();
				this.jdbc.sql("SELECT pg_advisory_xact_lock(?)")
					.param(lockOf(draft.lease().memberId().toString()))
					.query()
					.listOfRows();
				courier(Settlement.sent(draft.lease()), null);
				Awaitility.await("one more waits").atMost(World.PATIENCE).until(() -> waiting() > waiting);
			}
			this.couriers.clear();
			T begun = work.get();
			Awaitility.await("the others wait for them")
				.atMost(World.PATIENCE)
				.until(() -> this.couriers.stream().allMatch((courier) -> courier.getState() == Thread.State.WAITING));
			return begun;
		});
	}

	private CompletableFuture<Boolean> courier(Settlement previous, Draft next) {
		CompletableFuture<Boolean> result = new CompletableFuture<>();
		this.couriers.add(Thread.ofPlatform().start(() -> {
			try {
				result.complete(this.ledger.turn(previous, next));
			}
			catch (RuntimeException ex) {
				result.completeExceptionally(ex);
			}
		}));
		return result;
	}

	private Draft draft(UUID member, long registrationVersion) {
		UUID place = Fixtures.registration(this.number, member, RegistrationStatus.REGISTERED, this.world.now())
			.registrationId();
		return draft(member, this.number, place, DeliveryKind.CHANGED, registrationVersion);
	}

	private Draft announcement(UUID member, int salon) {
		return draft(member, salon, null, DeliveryKind.ANNOUNCEMENT, null);
	}

	private Draft draft(UUID member, int salon, @Nullable UUID place, DeliveryKind kind,
			@Nullable Long registrationVersion) {
		Instant now = this.world.now();
		this.jdbc.sql("DELETE FROM delivery WHERE member_id = ? AND occurrence = 'group'").param(member).update();
		Lease lease = this.jdbc
			.sql("""
					INSERT INTO delivery AS d (id, channel, member_id, registration_id, salon_number, kind, occurrence,
						priority, state, due_at, attempt_at, not_after, address, caused_by, caused_at, fence, lease_until)
					VALUES (?, ?, ?, ?, ?, ?, 'group', 0, 'LEASED', ?, ?, ?, ?, ?, ?, 1, 'infinity') RETURNING %s"""
				.formatted(Lease.COLUMNS))
			.params(UUID.randomUUID(), Channels.MAIL, member, place, salon, kind.name(), Columns.timestamp(now),
					Columns.timestamp(now), Columns.timestamp(now.plus(Duration.ofDays(1))), Fixtures.address(member),
					UUID.randomUUID(), Columns.timestamp(now))
			.query(Lease::of)
			.single();
		byte[] mime = ("To: " + member).getBytes(StandardCharsets.UTF_8);
		return new Draft(lease, mime, new Frozen(null, mime), new Revision(1L, registrationVersion, revision(member)),
				null);
	}

	/** As a sender claims it whose lease ran out while it could not be renewed. */
	private Draft takenAgain(Draft draft) {
		Lease lease = this.jdbc
			.sql("UPDATE delivery AS d SET fence = fence + 1 WHERE id = ? RETURNING %s".formatted(Lease.COLUMNS))
			.param(draft.lease().deliveryId())
			.query(Lease::of)
			.single();
		return new Draft(lease, draft.mime(), draft.frozen(), draft.revision(), null);
	}

	private long revision(UUID member) {
		return this.jdbc.sql("SELECT revision FROM member WHERE id = ?").param(member).query(Long.class).single();
	}

	private List<String> states() {
		return this.jdbc
			.sql("SELECT state FROM delivery WHERE occurrence = 'group' AND member_id = ANY (CAST(? AS uuid[]))")
			.param(Columns.array(this.members.subList(1, 1 + COURIERS)))
			.query(String.class)
			.list();
	}

	private long transactionsOf(String state) {
		return this.jdbc.sql("""
				SELECT count(DISTINCT xmin::text) FROM delivery
				WHERE occurrence = 'group' AND state = ? AND member_id = ANY (CAST(? AS uuid[]))""")
			.param(state)
			.param(Columns.array(this.members.subList(1, 1 + COURIERS)))
			.query(Long.class)
			.single();
	}

	private long messages() {
		return this.jdbc.sql("""
				SELECT count(*) FROM delivery d JOIN delivery_message m ON m.delivery_id = d.id
				WHERE d.occurrence = 'group' AND d.member_id = ANY (CAST(? AS uuid[]))""")
			.param(Columns.array(this.members.subList(1, 1 + COURIERS)))
			.query(Long.class)
			.single();
	}

	private boolean somebodyWaits() {
		return waiting() > 0;
	}

	private long waiting() {
		return this.jdbc.sql("""
				SELECT count(*) FROM pg_stat_activity
				WHERE datname = current_database() AND wait_event_type = 'Lock'""").query(Long.class).single();
	}

	/** As the outbox makes it of an event's key. */
	private static long lockOf(String key) {
		CRC32C crc = new CRC32C();
		crc.update(key.getBytes(StandardCharsets.UTF_8));
		return crc.getValue();
	}

}
