package org.salon.registration.salon;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.salon.events.salon.Speaker;
import org.salon.events.salon.TopicGroup;

/**
 * What is mended of a past salon, as programs write it. What it does not name stays.
 *
 * @param date the day; a salon that the system ran keeps its time of day
 * @param links all of them, in order: one that is left out is withdrawn
 * @param reason why, for everyone to read on the archive's page
 * @param tell whether those who held a place get the mail with the replay again; of a
 * held salon only
 * @see CorrectionRequest which reads the fields one by one, so that all that is wrong is
 * told at once
 */
record CorrectionBody(@Schema(maxLength = SalonRequest.LINE) @Nullable String title,
		@Schema(maxLength = SalonRequest.LINE) @Nullable String host,
		@Schema(maxLength = SalonRequest.LINE) @Nullable String series, @Nullable LocalDate date,
		@Nullable List<Speaker> speakers, @Nullable List<String> papers, @Nullable List<String> outline,
		@Schema(maxLength = SalonRequest.TEXT) @Nullable String introduction, @Nullable List<TopicGroup> groups,
		@Nullable List<ReplayBody.Link> links, @Nullable List<String> notes,
		@Schema(maxLength = CorrectionRequest.LONGEST_REASON) @Nullable String reason,
		@Schema(defaultValue = "false") @JsonProperty("notify") @Nullable Boolean tell) {

	/**
	 * Another number for a past salon.
	 *
	 * @param to a number that no salon has
	 */
	record Renumbering(@Schema(minimum = "1", maximum = "" + SalonRequest.LARGEST_NUMBER) int to,
			@Schema(maxLength = CorrectionRequest.LONGEST_REASON) @Nullable String reason) {
	}

}
