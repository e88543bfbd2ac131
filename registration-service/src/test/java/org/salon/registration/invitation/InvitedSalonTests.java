package org.salon.registration.invitation;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.salon.events.salon.SignUpRules;
import org.salon.invitation.ComingSalon;
import org.salon.registration.salon.SalonDetails;

import static org.assertj.core.api.Assertions.assertThat;

class InvitedSalonTests {

	private static final LocalDateTime START = LocalDateTime.parse("2026-06-07T19:30");

	private static final ComingSalon COMING = new ComingSalon(44, "Theme", null, null, START, START.plusHours(2),
			ZoneId.of("Asia/Shanghai"), false, List.of(), List.of(), List.of(), null, "By the code", List.of(), null,
			"Reading group");

	@Test
	void keepsWhatNoInvitationSays() {
		SalonDetails fresh = InvitedSalon.details(COMING);
		assertThat(fresh.reminders()).isNull();
		assertThat(fresh.chatReminders()).isNull();
		SalonDetails known = new SalonDetails("Old", null, null, fresh.date(), fresh.startsAt(), fresh.endsAt(),
				fresh.zone(), List.of(), List.of(), List.of(), null, null, List.of(), true, null, 30, List.of(),
				List.of(), List.of(), SignUpRules.PLAIN, List.of(Duration.ofHours(2)), List.of(Duration.ofHours(36)),
				null);
		SalonDetails again = InvitedSalon.over(COMING).apply(known);
		assertThat(again.title()).isEqualTo("Theme");
		assertThat(again.series()).isEqualTo("Reading group");
		assertThat(again.capacity()).isEqualTo(30);
		assertThat(again.reminders()).containsExactly(Duration.ofHours(2));
		assertThat(again.chatReminders()).containsExactly(Duration.ofHours(36));
	}

}
