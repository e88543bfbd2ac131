package org.salon.benchmarks.backbone;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonState;
import org.salon.events.salon.SalonStatus;
import org.salon.events.salon.Speaker;
import org.salon.messaging.outbox.VersionedEvent;

/**
 * Announced salons as an invitation makes them, about a kilobyte each. Each key belongs
 * to one writer, as in a service, where the lock on the salon's row makes others wait.
 */
final class SampleEvents {

	private static final Instant START = Instant.parse("2026-06-07T11:30:00Z");

	private static final String INTRODUCTION = "We read a paper together and talk about it. ".repeat(14);

	private SampleEvents() {
	}

	/**
	 * Transactions of events, writer by writer.
	 * @param firstSalon number of the first key; the others follow it
	 */
	static List<List<List<VersionedEvent>>> byWriter(int firstSalon, Shape shape, int writers, int perTransaction) {
		List<List<List<VersionedEvent>>> work = new ArrayList<>();
		for (int writer = 0; writer < writers; writer++) {
			List<VersionedEvent> own = new ArrayList<>();
			for (int i = 0; i < shape.events(); i++) {
				if (i % shape.keys() % writers == writer) {
					long version = i / shape.keys() + 1;
					own.add(new VersionedEvent(event(firstSalon + i % shape.keys(), version), version));
				}
			}
			work.add(chunks(own, perTransaction));
		}
		return work;
	}

	private static List<List<VersionedEvent>> chunks(List<VersionedEvent> events, int size) {
		List<List<VersionedEvent>> chunks = new ArrayList<>();
		for (int from = 0; from < events.size(); from += size) {
			chunks.add(List.copyOf(events.subList(from, Math.min(from + size, events.size()))));
		}
		return chunks;
	}

	private static SalonAnnounced event(int number, long version) {
		ZoneId zone = ZoneId.of("Asia/Shanghai");
		return new SalonAnnounced(new SalonState(number, "Salon of the version " + version, "Ada", "online",
				START.atZone(zone).toLocalDate(), START, START.plusSeconds(7_200), zone, SalonStatus.ANNOUNCED,
				List.of(new Speaker("Grace", "example.org")), List.of("On computable numbers"),
				List.of("Introduction", "The paper", "Questions"), INTRODUCTION, "By the link",
				List.of("https://example.org/join"), false, "A club that meets every week", null, List.of(), List.of(),
				List.of(), 0, null, null, null, null));
	}

	/** How many events over how many keys. */
	record Shape(int events, int keys) {
	}

}
