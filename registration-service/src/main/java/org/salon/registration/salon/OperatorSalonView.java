package org.salon.registration.salon;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import org.salon.events.salon.Link;
import org.salon.events.salon.SignUpRules;
import org.salon.events.salon.Speaker;
import org.salon.events.salon.TopicGroup;

/** A salon as the operator sees it: with how to join, whoever may be shown that. */
public record OperatorSalonView(int number, String title, @Nullable String host, @Nullable Instant startsAt,
		@Nullable Instant endsAt, String zone, SalonStage status, List<Speaker> speakers, List<String> papers,
		List<String> outline, @Nullable String introduction, List<String> joinLinks, @Nullable Integer capacity,
		int registered, int waitlisted, @JsonUnwrapped More more) {

	/** The view of a salon. */
	public static OperatorSalonView of(Salon salon, Attendance attendance, Instant now) {
		SalonDetails details = salon.details();
		return new OperatorSalonView(salon.number(), details.title(), details.host(), details.startsAt(),
				details.endsAt(), details.zone().getId(), salon.stageAt(now), details.speakers(), details.papers(),
				details.outline(), details.introduction(), details.joinLinks(), details.capacity(),
				attendance.registered(), attendance.waitlisted(),
				new More(salon.version(), details.format(), details.date(), details.joinText(), details.joinPublic(),
						details.about(), details.groups(), details.links(), details.notes(), details.signUp(),
						details.reminders(), details.chatReminders(), details.series()));
	}

	/** What the public API does not show. */
	public record More(long version, @Nullable String format, LocalDate date, @Nullable String joinText,
			boolean joinPublic, @Nullable String about, List<TopicGroup> groups, List<Link> links, List<String> notes,
			SignUpRules signUp, @Nullable List<Duration> reminders, @Nullable List<Duration> chatReminders,
			@Nullable String series) {
	}

}
