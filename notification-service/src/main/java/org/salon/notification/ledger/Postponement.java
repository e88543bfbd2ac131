package org.salon.notification.ledger;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.salon.notification.ledger.DueRows.PutBack;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts messages off that were claimed in the quiet hours of their people. */
@Component
public class Postponement {

	private static final String REASON = "the quiet hours where the person is";

	private final DueRows rows;

	private final PostponedRows others;

	Postponement(DueRows rows, PostponedRows others) {
		this.rows = rows;
		this.others = others;
	}

	/**
	 * Each is to be tried at that moment, if it is still of use then. Others that wait to
	 * be claimed next, and would be put off too, are at once.
	 * @param zones where it is quiet, and until when
	 */
	@Transactional
	public void postpone(Map<Lease, Instant> asleep, Map<ZoneId, Instant> zones, Instant now) {
		List<PutBack> rows = asleep.entrySet()
			.stream()
			.map((entry) -> new PutBack(entry.getKey().deliveryId(), entry.getKey().fence(), null, entry.getValue(),
					REASON))
			.toList();
		this.rows.putBack(rows);
		this.others.postpone(this.rows.lanes(), zones, REASON, now);
	}

}
