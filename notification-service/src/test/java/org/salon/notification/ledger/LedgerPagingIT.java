package org.salon.notification.ledger;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.database.Columns;
import org.salon.notification.plan.DeliveryKind;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

/** Looking through the ledger, by pages that go on behind each other. */
@NotificationTest
@Transactional
class LedgerPagingIT {

	/** Long ago, so that no other test is between. */
	private static final Instant DUE = Instant.parse("2001-06-07T11:30:00Z");

	@Autowired
	private Deliveries deliveries;

	@Autowired
	private JdbcClient jdbc;

	private final int number = Fixtures.number();

	private final List<UUID> rows = new ArrayList<>();

	@BeforeEach
	void fill() {
		// Some are due at the same moment, and their ids alone tell them apart.
		IntStream.range(0, 40).forEach((index) -> this.rows.add(row(DUE.plus(index / 8, ChronoUnit.MINUTES), index)));
	}

	@Test
	void losesAndDoublesNothingWhileMailsAreAdded() {
		DeliveryFilter ofSalon = new DeliveryFilter(this.number, null, null);
		List<UUID> seen = new ArrayList<>();
		Set<UUID> added = new HashSet<>();
		DeliveryCursor after = null;
		do {
			Deliveries.Slice slice = this.deliveries.after(ofSalon, after, 7);
			slice.items().forEach((mail) -> seen.add(mail.id()));
			after = slice.last();
			// Before what was seen, amid the page that comes, and behind all.
			added.add(row(DUE.plus(9, ChronoUnit.MINUTES), 0));
			added.add(row(DUE.plus(2, ChronoUnit.MINUTES), 1));
			added.add(row(DUE.minus(1, ChronoUnit.MINUTES), 2));
		}
		while (after != null && seen.size() < 500);
		assertThat(seen).doesNotHaveDuplicates().containsAll(this.rows);
		assertThat(seen.stream().filter((id) -> !added.contains(id))).hasSize(this.rows.size());
		assertThat(this.deliveries.after(ofSalon, null, 200).items()).hasSize(this.rows.size() + added.size());
	}

	@Test
	void findsTheSameByEachWayThatAnIndexLeads() {
		for (DeliveryKind kind : new DeliveryKind[] { null, DeliveryKind.REMINDER, DeliveryKind.REPLAY }) {
			for (LedgerState state : new LedgerState[] { null, LedgerState.SENT, LedgerState.FAILED,
					LedgerState.SUPPRESSED, LedgerState.PLANNED, LedgerState.RETRY, LedgerState.SENDING }) {
				assertSame(new DeliveryFilter(this.number, null, kind, state, null, null));
				assertSame(new DeliveryFilter(null, null, kind, state, DUE, DUE.plus(3, ChronoUnit.MINUTES)));
				assertSame(new DeliveryFilter(this.number, "page-" + this.number + "-1", kind, state, null, null));
			}
		}
	}

	@Test
	void findsAnAddressByItsWholeOrItsBeginningAndAPersonByTheId() {
		String address = "Page-" + this.number + "-1@example.org";
		assertThat(found(address)).hasSize(4).allMatch((mail) -> address.equalsIgnoreCase(mail.recipient()));
		assertThat(found("page-" + this.number + "-")).hasSize(40);
		assertThat(found("age-" + this.number)).isEmpty();
		assertThat(found("%")).isEmpty();
		UUID member = this.deliveries.find(this.rows.getFirst()).orElseThrow().member();
		assertThat(found(member.toString().toUpperCase(Locale.ROOT))).extracting(DeliveryView::id)
			.containsExactly(this.rows.getFirst());
	}

	private List<DeliveryView> found(String recipient) {
		return this.deliveries.after(new DeliveryFilter(this.number, recipient, null), null, 100).items();
	}

	/** By whatever way the planner likes, and by page and number. */
	private void assertSame(DeliveryFilter filter) {
		List<UUID> all = this.jdbc.sql("""
				SELECT id FROM delivery WHERE (salon_number = :salon OR CAST(:salon AS integer) IS NULL)
					AND (kind = CAST(:kind AS text) OR CAST(:kind AS text) IS NULL)
					AND (state = CAST(:state AS text) OR CAST(:state AS text) IS NULL)
					AND (lower(address) LIKE CAST(:recipient AS text) || '%' OR CAST(:recipient AS text) IS NULL)
					AND due_at >= :from AND due_at < :to
				ORDER BY due_at DESC, id DESC
				""")
			.param("salon", filter.salon(), Types.INTEGER)
			.param("kind", (filter.kind() != null) ? filter.kind().name() : null)
			.param("state", (filter.state() != null) ? filter.state().name() : null)
			.param("recipient", filter.recipient())
			.param("from", Columns.timestamp((filter.from() != null) ? filter.from() : Instant.EPOCH))
			.param("to", Columns.timestamp((filter.to() != null) ? filter.to() : DUE.plus(Duration.ofDays(365_000))))
			.query(UUID.class)
			.list();
		assertThat(ids(this.deliveries.after(filter, null, 100).items())).as("%s", filter).isEqualTo(all);
		assertThat(ids(this.deliveries.page(filter, 1, 3))).isEqualTo(all.stream().skip(3).limit(3).toList());
		assertThat(this.deliveries.count(filter)).isEqualTo(all.size());
	}

	private static List<UUID> ids(List<DeliveryView> mails) {
		return mails.stream().map(DeliveryView::id).toList();
	}

	private UUID row(Instant dueAt, int index) {
		UUID id = UUID.randomUUID();
		String state = List.of("SENT", "FAILED", "SUPPRESSED", "PLANNED", "RETRY", "SENDING").get(index % 6);
		this.jdbc.sql("""
				INSERT INTO delivery (id, channel, member_id, salon_number, kind, occurrence, priority, state, due_at,
					attempt_at, not_after, address, caused_by, caused_at)
				VALUES (?, 'mail', ?, ?, ?, 'page', 3, ?, ?, ?, 'infinity', ?, ?, ?)
				""")
			.params(id, UUID.randomUUID(), this.number, (index % 3 == 0) ? "REPLAY" : "REMINDER", state,
					Columns.timestamp(dueAt), Columns.timestamp(dueAt),
					"page-" + this.number + "-" + index % 10 + "@example.org", UUID.randomUUID(),
					Columns.timestamp(dueAt))
			.update();
		return id;
	}

}
