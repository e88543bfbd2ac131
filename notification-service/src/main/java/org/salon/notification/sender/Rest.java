package org.salon.notification.sender;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.salon.notification.ledger.Lease;
import org.salon.notification.ledger.Postponement;
import org.salon.notification.plan.QuietHours;
import org.salon.notification.salon.Salon;
import org.salon.notification.sender.Mailbag.Item;

import org.springframework.stereotype.Component;

/** Lets people sleep: what can wait is put back until their quiet hours are over. */
@Component
class Rest {

	private final QuietHours hours;

	private final Postponement postponement;

	private final Clock clock;

	Rest(QuietHours hours, Postponement postponement, Clock clock) {
		this.hours = hours;
		this.postponement = postponement;
		this.clock = clock;
	}

	/** Those of the items that may go now; the others are no longer in hand. */
	List<Item> awake(List<Item> items) {
		if (this.hours.none() || items.isEmpty()) {
			return items;
		}
		Instant now = this.clock.instant();
		List<Item> awake = new ArrayList<>();
		Map<Lease, Instant> asleep = new HashMap<>();
		Map<ZoneId, Instant> zones = new HashMap<>();
		for (Item item : items) {
			ZoneId zone = zone(item);
			Instant end = (zone != null) ? end(item, zone, now) : null;
			if (zone == null || end == null) {
				awake.add(item);
			}
			else {
				asleep.put(item.lease(), end);
				zones.put(zone, end);
			}
		}
		if (!asleep.isEmpty()) {
			this.postponement.postpone(asleep, zones, now);
		}
		return awake;
	}

	private @Nullable Instant end(Item item, ZoneId zone, Instant now) {
		Salon salon = item.salon();
		return this.hours.holds(item.lease().kind(), now, zone, (salon != null) ? salon.startsAt() : null);
	}

	private static @Nullable ZoneId zone(Item item) {
		Salon salon = item.salon();
		ZoneId own = (item.member() != null) ? item.member().zone() : null;
		return (own != null || salon == null) ? own : salon.zone();
	}

}
