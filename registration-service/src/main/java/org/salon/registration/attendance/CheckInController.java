package org.salon.registration.attendance;

import java.time.Instant;
import java.util.UUID;

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
@RestController
@RequestMapping("/api/salons/{number:[0-9]{1,9}}/attendance")
class CheckInController {

	private final Doors doors;

	private final Turnouts turnouts;

	CheckInController(Doors doors, Turnouts turnouts) {
		this.doors = doors;
		this.turnouts = turnouts;
	}

	@GetMapping
	Turnout count(@PathVariable int number) {
		return this.turnouts.of(number);
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	CheckedIn checkIn(@PathVariable int number, JsonFields fields) {
		UUID registrationId = RegistrationId.read(fields.checks(), fields.string("registrationId"));
		Visit visit = this.doors.checkIn(number, registrationId);
		return new CheckedIn(visit.id(), visit.attendedAt());
	}

	/**
	 * Someone who came.
	 *
	 * @param attendedAt when it was first noted
	 */
	record CheckedIn(UUID registrationId, @Nullable Instant attendedAt) {
	}

}
