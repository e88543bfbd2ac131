package org.salon.notification.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.salon.notification.database.Columns;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What {@link LeasedRows} does for one message, for many at once. It never waits for a
 * row that another transaction holds: that one is left out, and so no mail waits for the
 * place of another.
 *
 * <p>
 * Rows are looked up by their ids, and what is asked of them is asked afterwards, of each
 * as it was locked. Asked in one go, the planner takes the index of what is in hand for
 * empty, as it was at the last look, and reads all of it for each row of the group.
 */
@Repository
class GroupedRows {

	private final JdbcClient jdbc;

	private final KeptMessages messages;

	private final ToldRows told;

	GroupedRows(JdbcClient jdbc, KeptMessages messages, ToldRows told) {
		this.told = told;
		this.jdbc = jdbc;
		this.messages = messages;
	}

	/**
	 * Locks what the mails are about, places or, of those that are about none, people;
	 * those where all is still as it was.
	 */
	Set<UUID> lockIfAt(Collection<Draft> drafts) {
		Map<Boolean, List<Draft>> aboutPlace = drafts.stream()
			.collect(Collectors.partitioningBy((draft) -> draft.lease().registrationId() != null));
		List<Draft> places = aboutPlace.getOrDefault(true, List.of());
		List<Draft> people = aboutPlace.getOrDefault(false, List.of());
		Set<UUID> standing = new HashSet<>();
		if (!places.isEmpty()) {
			standing.addAll(lockPlacesIfAt(places));
		}
		if (!people.isEmpty()) {
			standing.addAll(lockMembersIfAt(people));
		}
		return standing;
	}

	private Collection<UUID> lockPlacesIfAt(List<Draft> drafts) {
		return this.jdbc.sql("""
				SELECT w.id
				FROM unnest(CAST(:ids AS uuid[]), CAST(:places AS uuid[]), CAST(:placeVersions AS bigint[]),
						CAST(:salonVersions AS bigint[]), CAST(:memberRevisions AS bigint[]))
						AS w (id, place, place_version, salon_version, member_revision)
					JOIN registration r ON r.id = w.place AND r.version = w.place_version
					JOIN salon s ON s.number = r.salon_number AND s.version = w.salon_version
					JOIN member m ON m.id = r.member_id AND m.revision = w.member_revision
				FOR UPDATE OF r SKIP LOCKED
				""")
			.param("ids", texts(drafts, (draft) -> draft.lease().deliveryId()))
			.param("places", texts(drafts, (draft) -> draft.lease().registrationId()))
			.param("placeVersions", numbers(drafts, (draft) -> revision(draft).registration()))
			.param("salonVersions", numbers(drafts, (draft) -> revision(draft).salon()))
			.param("memberRevisions", numbers(drafts, (draft) -> revision(draft).member()))
			.query(UUID.class)
			.list();
	}

	/** A place that has come meanwhile says more than the announcement of its salon. */
	private Collection<UUID> lockMembersIfAt(List<Draft> drafts) {
		return this.jdbc.sql("""
				SELECT w.id
				FROM unnest(CAST(:ids AS uuid[]), CAST(:members AS uuid[]), CAST(:salons AS integer[]),
						CAST(:salonVersions AS bigint[]), CAST(:memberRevisions AS bigint[]))
						AS w (id, member, salon, salon_version, member_revision)
					JOIN member m ON m.id = w.member AND m.revision = w.member_revision
					JOIN salon s ON s.number = w.salon AND s.version = w.salon_version
				WHERE NOT EXISTS (SELECT 1 FROM registration r WHERE r.member_id = m.id
					AND r.salon_number = w.salon OFFSET 0)
				FOR UPDATE OF m SKIP LOCKED
				""")
			.param("ids", texts(drafts, (draft) -> draft.lease().deliveryId()))
			.param("members", texts(drafts, (draft) -> draft.lease().memberId()))
			.param("salons", texts(drafts, (draft) -> draft.lease().salonNumber()))
			.param("salonVersions", numbers(drafts, (draft) -> revision(draft).salon()))
			.param("memberRevisions", numbers(drafts, (draft) -> revision(draft).member()))
			.query(UUID.class)
			.list();
	}

	/**
	 * Compare and set, and keep the messages as they are: a crash from here on repeats
	 * them. At most one message of a person, since none sees the others.
	 * @return the leases under which messages were started
	 */
	Set<Lease> startSending(Collection<Draft> drafts, Instant now) {
		String statement = """
				WITH w AS MATERIALIZED (
					SELECT c.*, n.expected, n.new_told
					FROM unnest(CAST(:ids AS uuid[]), CAST(:fences AS bigint[]), CAST(:told AS uuid[]))
							AS n (id, expected, new_told)
						CROSS JOIN LATERAL (
							SELECT l.id, l.fence, l.state, l.unknown, l.lease_until, l.not_after, l.member_id,
								l.salon_number
							FROM delivery l WHERE l.id = n.id
							FOR UPDATE SKIP LOCKED
						) c
				)
				UPDATE delivery d SET state = 'SENDING', sending_at = :now, attempts = attempts + 1,
					told_id = w.new_told
				FROM w
				WHERE d.id = w.id AND w.fence = w.expected AND w.state = 'LEASED' AND NOT w.unknown
					AND w.lease_until > clock_timestamp() AND w.not_after > :now
					AND NOT EXISTS (SELECT 1 FROM delivery o WHERE o.member_id = w.member_id AND o.open
						AND o.salon_number IS NOT DISTINCT FROM w.salon_number AND o.id <> w.id
						AND (o.unknown OR o.state IN ('SENDING', 'UNKNOWN')) OFFSET 0)
				RETURNING d.id
				""";
		Set<UUID> started = new HashSet<>(this.jdbc.sql(statement)
			.param("ids", texts(drafts, (draft) -> draft.lease().deliveryId()))
			.param("fences", numbers(drafts, (draft) -> draft.lease().fence()))
			.param("told", texts(drafts, (draft) -> this.told.id(draft.told())))
			.param("now", Columns.timestamp(now))
			.query(UUID.class)
			.list());
		List<Draft> begun = drafts.stream().filter((draft) -> started.contains(draft.lease().deliveryId())).toList();
		this.messages.keep(begun);
		return begun.stream().map(Draft::lease).collect(Collectors.toSet());
	}

	/** Messages that the server has, unless another sender has their rows by now. */
	List<Outcome> settleSent(Collection<Settlement> settlements, Instant now) {
		List<Outcome> sent = this.jdbc.sql("""
				WITH w AS MATERIALIZED (
					SELECT c.*, n.expected
					FROM unnest(CAST(:ids AS uuid[]), CAST(:fences AS bigint[])) AS n (id, expected)
						CROSS JOIN LATERAL (
							SELECT l.id, l.fence, l.state FROM delivery l WHERE l.id = n.id
							FOR UPDATE SKIP LOCKED
						) c
				)
				UPDATE delivery d SET state = 'SENT', reason = NULL, lease_owner = NULL, lease_until = NULL,
					sent_at = :now, closed_by = 'SENDER', event_version = d.event_version + 1
				FROM w
				WHERE d.id = w.id AND w.fence = w.expected AND w.state IN ('LEASED', 'SENDING', 'UNKNOWN')
				RETURNING %s
				""".formatted(Outcome.COLUMNS))
			.param("ids", texts(settlements, (settlement) -> settlement.lease().deliveryId()))
			.param("fences", numbers(settlements, (settlement) -> settlement.lease().fence()))
			.param("now", Columns.timestamp(now))
			.query(Outcome::of)
			.list();
		this.messages.settled(sent);
		return sent;
	}

	private static Revision revision(Draft draft) {
		return Objects.requireNonNull(draft.revision(), "revision");
	}

	private static <T> @Nullable String[] texts(Collection<T> all, Function<T, @Nullable Object> part) {
		return all.stream().map((each) -> {
			Object value = part.apply(each);
			return (value != null) ? value.toString() : null;
		}).toArray(String[]::new);
	}

	private static <T> Long[] numbers(Collection<T> all, Function<T, @Nullable Long> part) {
		return all.stream().map(part).toArray(Long[]::new);
	}

}
