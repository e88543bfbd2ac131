package org.salon.registration.salon;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import org.salon.access.Role;
import org.salon.registration.input.Refused;

/** Salons as JSON, for everyone. */
@Tag(name = "Salons", description = "Salons as the public sees them.")
@RestController
class SalonController {

	private final Salons salons;

	private final Clock clock;

	SalonController(Salons salons, Clock clock) {
		this.salons = salons;
		this.clock = clock;
	}

	/** The coming salons, the next one first. */
	@GetMapping("/api/salons")
	List<SalonView> coming() {
		Instant now = this.clock.instant();
		return this.salons.coming(now)
			.stream()
			.map((salon) -> SalonView.of(salon, this.salons.attendance(salon.number()), now))
			.toList();
	}

	/**
	 * One salon. The operator sees drafts too, and more of each, with an {@code ETag} of
	 * its version.
	 */
	@GetMapping("/api/salons/{number:[0-9]{1,9}}")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "application/json",
					schema = @Schema(oneOf = { SalonView.class, OperatorSalonView.class })))
	@ApiResponse(responseCode = "404", description = "No such salon, or a draft")
	ResponseEntity<Object> one(@PathVariable int number, HttpServletRequest request) {
		boolean operator = request.isUserInRole(Role.ORGANISER.security())
				|| request.isUserInRole(Role.READER.security());
		Salon salon = this.salons.find(number)
			.filter((found) -> operator || found.isPublic())
			.orElseThrow(() -> Refused.noSuchSalon(number));
		Attendance attendance = this.salons.attendance(number);
		Instant now = this.clock.instant();
		// No tag for the public: seats change without the salon's version.
		return operator
				? ResponseEntity.ok()
					.eTag(VersionCondition.tag(salon.version()))
					.body(OperatorSalonView.of(salon, attendance, now))
				: ResponseEntity.ok(SalonView.of(salon, attendance, now));
	}

}
