package org.salon.notification.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.salon.notification.ledger.DueRows.PutBack;
import org.salon.notification.limit.SendLimits;

import org.springframework.stereotype.Component;

/**
 * Which of the due messages are taken when: most urgent first, and no more than the
 * limits allow. One whose domain has had enough for now waits in a lane of its own, so
 * that it is in nobody's way, and is taken from there once the limit allows.
 */
@Component
class Claiming {

	private static final Comparator<Lease> URGENT_FIRST = Comparator.comparing(Lease::priority)
		.thenComparing(Lease::attemptAt);

	private final DueRows rows;

	private final SendLimits limits;

	Claiming(DueRows rows, SendLimits limits) {
		this.rows = rows;
		this.limits = limits;
	}

	/** Within a transaction. */
	List<Lease> claim(UUID owner, int limit, Duration lease, Instant now) {
		int room = Math.min(limit, this.limits.available());
		if (room == 0) {
			return List.of();
		}
		Map<Lane, Integer> rooms = rooms(room);
		List<Lease> claimed = new ArrayList<>(this.rows.claim(owner, rooms, room, lease, now));
		claimed.sort(URGENT_FIRST);
		List<Lease> taken = withinLimits(claimed, rooms.keySet(), now);
		this.limits.take(taken.size());
		return taken;
	}

	/** When there may be something to claim, or something runs out of time. */
	Optional<Instant> nextDue(Instant now) {
		Instant allowed = now.plus(this.limits.untilNext());
		Stream<Instant> due = this.rows.next(this.rows.lanes())
			.entrySet()
			.stream()
			.map((next) -> later(next.getValue(), later(allowed, allowed(next.getKey(), now))));
		return Stream.concat(due, Stream.ofNullable(this.rows.nextToExpire())).min(Comparator.naturalOrder());
	}

	private Map<Lane, Integer> rooms(int room) {
		Map<Lane, Integer> rooms = new LinkedHashMap<>();
		for (Lane lane : this.rows.lanes()) {
			String domain = lane.domain();
			int left = (domain != null) ? Math.min(room, this.limits.available(domain)) : room;
			if (left > 0) {
				rooms.put(lane, left);
			}
		}
		return rooms;
	}

	private List<Lease> withinLimits(List<Lease> claimed, Set<Lane> lanes, Instant now) {
		List<Lease> taken = new ArrayList<>();
		List<PutBack> back = new ArrayList<>();
		Set<String> full = new LinkedHashSet<>();
		for (Lease lease : claimed) {
			String domain = Lane.domain(lease.address());
			if (domain == null || this.limits.take(domain)) {
				taken.add(lease);
			}
			else {
				full.add(domain);
				back.add(new PutBack(lease.deliveryId(), lease.fence(), Lane.held(lease, domain).text(), null, null));
			}
		}
		if (!back.isEmpty()) {
			this.rows.putBack(back);
			this.rows.setAside(lanes, full, now);
		}
		return taken;
	}

	private Instant allowed(Lane lane, Instant now) {
		String domain = lane.domain();
		return (domain != null) ? now.plus(this.limits.untilNext(domain)) : now;
	}

	private static Instant later(Instant first, Instant second) {
		return first.isAfter(second) ? first : second;
	}

}
