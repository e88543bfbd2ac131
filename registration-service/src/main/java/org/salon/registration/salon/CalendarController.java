package org.salon.registration.salon;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import org.salon.registration.input.Refused;

/** Calendar files: one salon, and a subscription of those that come. */
@Tag(name = "Salons")
@RestController
class CalendarController {

	private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

	private final Salons salons;

	private final SalonCalendar calendar;

	private final Clock clock;

	CalendarController(Salons salons, SalonCalendar calendar, Clock clock) {
		this.salons = salons;
		this.calendar = calendar;
		this.clock = clock;
	}

	/** The calendar entry of one salon (RFC 5545). */
	@GetMapping("/salons/{number:[0-9]{1,9}}.ics")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "text/calendar", schema = @Schema(type = "string")))
	@ApiResponse(responseCode = "404", description = "No such salon, or a draft, or one of the past that has no time")
	ResponseEntity<byte[]> one(@PathVariable int number) {
		Salon salon = this.salons.find(number)
			.filter((found) -> found.isPublic() && !found.isArchived())
			.orElseThrow(() -> Refused.noSuchSalon(number));
		return answer(List.of(salon), "salon-" + number + ".ics");
	}

	/** All coming salons as a calendar to subscribe to (RFC 5545). */
	@GetMapping("/calendar.ics")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "text/calendar", schema = @Schema(type = "string")))
	ResponseEntity<byte[]> coming() {
		return answer(this.salons.coming(this.clock.instant()), "salons.ics");
	}

	private ResponseEntity<byte[]> answer(List<Salon> salons, String fileName) {
		return ResponseEntity.ok()
			.contentType(CALENDAR)
			.cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)))
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(fileName).build().toString())
			.body(this.calendar.of(salons).getBytes(StandardCharsets.UTF_8));
	}

}
