package org.salon.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.salon.events.registration.MemberRegistered;
import org.salon.events.registration.RegistrationState;
import org.salon.events.registration.RegistrationStatus;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonState;
import org.salon.events.salon.SalonStatus;

/** Events to test with. */
public final class Samples {

	private Samples() {
	}

	public static SalonAnnounced salon(String title) {
		return salon(ThreadLocalRandom.current().nextInt(1_000, 999_999), title);
	}

	public static SalonAnnounced salon(int number, String title) {
		Instant start = Instant.parse("2026-06-07T11:30:00Z");
		return new SalonAnnounced(new SalonState(number, title, "Club", "online", LocalDate.of(2026, 6, 7), start,
				start.plusSeconds(7200), ZoneId.of("Asia/Shanghai"), SalonStatus.ANNOUNCED, List.of(), List.of(),
				List.of(), null, null, List.of(), false, null, null, List.of(), List.of(), List.of(), 0, null, null,
				null, null));
	}

	public static MemberRegistered registration(UUID registration, UUID member) {
		return new MemberRegistered(new RegistrationState(registration, 44, member, "Ada", "ada@example.org", "en",
				RegistrationStatus.REGISTERED, null, Instant.parse("2026-06-01T08:00:00Z"), 0, 0, 0, null, null));
	}

}
