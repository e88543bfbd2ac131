package org.salon.registration.salon;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.salon.events.salon.SignUpRules;
import org.salon.events.salon.Speaker;

/** A salon as the public API shows it. */
public record SalonView(int number, String title, @Nullable String host, @Nullable Instant startsAt,
		@Nullable Instant endsAt, String zone, SalonStage status, List<Speaker> speakers, List<String> papers,
		List<String> outline, @Nullable String introduction, List<String> joinLinks, @Nullable Integer capacity,
		int registered, int waitlisted, SignUpRules signUp) {

	static SalonView of(Salon salon, Attendance attendance, Instant now) {
		SalonDetails details = salon.details();
		return new SalonView(salon.number(), details.title(), details.host(), details.startsAt(), details.endsAt(),
				details.zone().getId(), salon.stageAt(now), details.speakers(), details.papers(), details.outline(),
				details.introduction(), details.joinPublic() ? details.joinLinks() : List.of(), details.capacity(),
				attendance.registered(), attendance.waitlisted(), details.signUp());
	}

}
