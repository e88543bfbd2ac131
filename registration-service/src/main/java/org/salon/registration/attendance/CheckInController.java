package org.salon.registration.attendance;

import java.time.Instant;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.salon.registration.input.JsonFields;
import org.salon.registration.registration.Visit;

/** Who came, for the operator: seen, and put right. Coming is noted once and stays. */
@Tag(name = "Attendees", description = "Who comes, and what became of their mails.")
@RestController
@RequestMapping("/api/salons/{number:[0-9]{1,9}}/attendance")
class CheckInController {

	private final Doors doors;

	private final Turnouts turnouts;

	CheckInController(Doors doors, Turnouts turnouts) {
		this.doors = doors;
		this.turnouts = turnouts;
	}

	/** How many hold a place, and how many of them came. */
	@GetMapping
	@ApiResponse(responseCode = "404", description = "No such salon")
	Turnout count(@PathVariable int number) {
		return this.turnouts.of(number);
	}

	/** Notes at the door that someone came; again changes nothing. */
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@ApiResponse(responseCode = "404", description = "No such registration for this salon")
	@ApiResponse(responseCode = "409", description = "It holds no place, or the salon is not open yet")
	@ApiResponse(responseCode = "422", description = "A field is not as it has to be")
	CheckedIn checkIn(@PathVariable int number,
			@RequestBody(content = @Content(schema = @Schema(implementation = CheckInBody.class))) JsonFields fields) {
		UUID registrationId = RegistrationId.read(fields.checks(), fields.string("registrationId"));
		Visit visit = this.doors.checkIn(number, registrationId);
		return new CheckedIn(visit.id(), visit.attendedAt());
	}

	/** Who came, as programs write it. */
	record CheckInBody(UUID registrationId) {
	}

	/**
	 * Someone who came.
	 *
	 * @param attendedAt when it was first noted
	 */
	record CheckedIn(UUID registrationId, @Nullable Instant attendedAt) {
	}

}
