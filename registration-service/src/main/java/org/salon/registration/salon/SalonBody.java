package org.salon.registration.salon;

import java.util.List;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.salon.events.salon.Speaker;

/**
 * A salon as programs write it.
 *
 * @param number required of a new salon; of one that is there, the same or absent
 * @param startsAt ISO 8601, with an offset, or in the salon's zone without
 * @param endsAt as {@code startsAt}, and after it
 * @param zone of the time zone database
 * @param joinText how to take part, in words
 * @param joinLinks addresses of http or https
 * @param joinPublic whether the public may know how to take part; else those who hold a
 * place
 * @param about the club, in Markdown
 * @param introduction in Markdown
 * @param capacity seats; unlimited if absent
 * @param reminders how long before the start people are reminded, ISO 8601 durations of
 * at most 60 days; empty for never, null for as of all salons
 * @param chatReminders the same for the club's chats
 * @param series that it is one of, such as a reading group
 * @see SalonRequest which reads the fields one by one, so that all that is wrong is told
 * at once
 */
record SalonBody(@Schema(minimum = "1", maximum = "" + SalonRequest.LARGEST_NUMBER) @Nullable Integer number,
		@Schema(maxLength = SalonRequest.LINE) String title, String startsAt, String endsAt,
		@Schema(example = "Asia/Shanghai") String zone, @Schema(maxLength = SalonRequest.LINE) @Nullable String host,
		@Schema(maxLength = SalonRequest.LINE) @Nullable String format, @Nullable List<Speaker> speakers,
		@Nullable List<String> papers, @Nullable List<String> outline,
		@Schema(maxLength = SalonRequest.TEXT) @Nullable String introduction,
		@Schema(maxLength = SalonRequest.TEXT) @Nullable String joinText, @Nullable List<String> joinLinks,
		@Nullable Boolean joinPublic, @Schema(maxLength = SalonRequest.TEXT) @Nullable String about,
		@Schema(minimum = "1", maximum = "" + SalonRequest.MOST_SEATS) @Nullable Integer capacity,
		@ArraySchema(maxItems = RemindersRequest.MOST) @Nullable List<String> reminders,
		@ArraySchema(maxItems = RemindersRequest.MOST) @Nullable List<String> chatReminders,
		@Schema(maxLength = SalonRequest.LINE) @Nullable String series) {
}
