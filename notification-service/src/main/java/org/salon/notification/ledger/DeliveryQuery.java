package org.salon.notification.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.salon.notification.database.Columns;
import org.salon.notification.plan.DeliveryKind;

/**
 * The statement that finds the messages of a filter, those due latest first. There is an
 * index for each way to look through the ledger, and the statement is put so that it
 * leads there: what is asked for by salon, kind or nothing is read from one range of each
 * kind, what came to nothing from the index of such. Nothing of the filter stands in the
 * text of the statement.
 */
final class DeliveryQuery {

	private static final Pattern MEMBER = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private static final String NEWEST = " ORDER BY d.due_at DESC, d.id DESC";

	/** What is in hand was due, so that nothing that is not needs to be looked at. */
	private static final String IN_HAND = """
			WITH RECURSIVE lanes AS (
				SELECT CAST('' AS text) COLLATE "C" AS lane
				UNION ALL
				SELECT (SELECT d.lane FROM delivery d WHERE d.open AND d.lane > l.lane ORDER BY d.lane LIMIT 1)
				FROM lanes l WHERE l.lane IS NOT NULL
			)
			SELECT d.* FROM lanes l CROSS JOIN generate_series(0, 9) AS p (priority) CROSS JOIN LATERAL (
				SELECT d.* FROM delivery d
				WHERE d.lane = l.lane AND d.priority = p.priority AND d.attempt_at <= :now AND %s OFFSET 0
			) d
			""";

	private final List<String> conditions = new ArrayList<>();

	private final Map<String, Object> values = new HashMap<>();

	private final DeliveryFilter filter;

	private final boolean few;

	private final Instant now;

	/**
	 * Draws it up.
	 * @param recipients ids of the messages to whom is asked for, if these are few
	 */
	DeliveryQuery(DeliveryFilter filter, @Nullable List<UUID> recipients, @Nullable DeliveryCursor after, Instant now) {
		this.filter = filter;
		this.few = recipients != null;
		this.now = now;
		if (recipients != null) {
			where("d.id = ANY (CAST(:ids AS uuid[]))", "ids", Columns.array(recipients));
		}
		else if (filter.recipient() != null) {
			where(recipient(filter.recipient(), this.values));
		}
		if (filter.salon() != null) {
			where("d.salon_number = :salon", "salon", filter.salon());
		}
		if (filter.from() != null) {
			where("d.due_at >= :from", "from", Columns.timestamp(filter.from()));
		}
		if (filter.to() != null) {
			where("d.due_at < :to", "to", Columns.timestamp(filter.to()));
		}
		if (after != null) {
			where("(d.due_at, d.id) < (:afterDue, CAST(:afterId AS uuid))", "afterDue",
					Columns.timestamp(after.dueAt()));
			this.values.put("afterId", after.id().toString());
		}
		state();
	}

	/**
	 * Which rows are to that recipient: an address, the beginning of one, or a member.
	 */
	static String recipient(String recipient, Map<String, Object> values) {
		String text = Correspondence.normal(recipient);
		if (MEMBER.matcher(text).matches()) {
			values.put("member", text);
			return "d.channel = 'mail' AND d.member_id = CAST(:member AS uuid)";
		}
		values.put("address", text);
		if (text.indexOf('@') > 0) {
			return "lower(d.address) COLLATE \"C\" = :address AND d.address IS NOT NULL";
		}
		values.put("addressEnd", text + Character.toString(Character.MAX_CODE_POINT));
		return "lower(d.address) COLLATE \"C\" >= :address AND lower(d.address) COLLATE \"C\" < :addressEnd"
				+ " AND d.address IS NOT NULL";
	}

	/** The page of so many after so many. */
	String page(int size, long offset) {
		this.values.put("size", size);
		this.values.put("offset", offset);
		this.values.put("head", size + offset);
		this.values.put("now", Columns.timestamp(this.now));
		String end = NEWEST + " LIMIT :size OFFSET :offset";
		LedgerState state = this.filter.state();
		boolean rare = state != null && state != LedgerState.SENT && state != LedgerState.PLANNED;
		if (!this.few && (state == LedgerState.LEASED || state == LedgerState.SENDING)) {
			return IN_HAND.formatted(all() + kind()) + end;
		}
		if (this.few || rare) {
			return "SELECT d.* FROM delivery d WHERE " + all() + kind() + end;
		}
		this.values.put("kinds", kinds());
		return """
				SELECT d.* FROM unnest(CAST(:kinds AS text[])) AS k (kind) CROSS JOIN LATERAL (
					SELECT d.* FROM delivery d WHERE d.kind = k.kind AND %s %s LIMIT :head
				) d
				""".formatted(all(), NEWEST) + end;
	}

	String count() {
		return "SELECT count(*) FROM delivery d WHERE " + all() + kind();
	}

	Map<String, Object> values() {
		return this.values;
	}

	private void state() {
		LedgerState state = this.filter.state();
		if (state == null) {
			return;
		}
		switch (state) {
			case SENT -> where("d.state = 'SENT' AND d.due_at <= :now", "now", Columns.timestamp(this.now));
			case FAILED, BOUNCED, EXPIRED, SUPPRESSED, CANCELLED, SUPERSEDED ->
				where("d.outcome = :outcome AND d.outcome <> 'SENT'", "outcome", state.name());
			case PLANNED -> where("d.open AND d.state = 'PLANNED'");
			case RETRY, UNKNOWN -> where("d.again AND d.state = :state", "state", state.name());
			case LEASED, SENDING -> where("d.open AND d.state = :state", "state", state.name());
		}
	}

	private String all() {
		return this.conditions.isEmpty() ? "true" : String.join(" AND ", this.conditions);
	}

	private String kind() {
		DeliveryKind kind = this.filter.kind();
		if (kind == null) {
			return "";
		}
		this.values.put("kind", kind.name());
		return " AND d.kind = :kind";
	}

	private String[] kinds() {
		DeliveryKind kind = this.filter.kind();
		return ((kind != null) ? List.of(kind) : Arrays.asList(DeliveryKind.values())).stream()
			.map(DeliveryKind::name)
			.toArray(String[]::new);
	}

	private void where(String condition, String name, Object value) {
		where(condition);
		this.values.put(name, value);
	}

	private void where(String condition) {
		this.conditions.add(condition);
	}

}
