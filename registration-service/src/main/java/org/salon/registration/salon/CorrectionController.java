package org.salon.registration.salon;

import java.time.Clock;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.salon.registration.input.JsonFields;
import org.salon.registration.input.Refused;

/** Corrections of past salons as JSON, for the operator. */
@Tag(name = "Corrections", description = "Mending what is said of past salons.")
@RestController
@RequestMapping("/api/salons/{number:[0-9]{1,9}}")
class CorrectionController {

	private final CorrectionDesk desk;

	private final Salons salons;

	private final SalonHistory history;

	private final Clock clock;

	CorrectionController(CorrectionDesk desk, Salons salons, SalonHistory history, Clock clock) {
		this.desk = desk;
		this.salons = salons;
		this.history = history;
		this.clock = clock;
	}

	/**
	 * Mends a past salon; what the body does not name stays as it is. The same again has
	 * no effect, and nobody is mailed unless {@code notify} says so.
	 * @param ifMatch the {@code ETag} of the version that the correction is made for;
	 * without it, it is made for whatever there is
	 * @return the salon, with its new version as {@code ETag}
	 */
	@PostMapping(path = "/corrections", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ApiResponse(responseCode = "404", description = "No such salon")
	@ApiResponse(responseCode = "409", description = "It is a draft, called off, or to come and without a replay")
	@ApiResponse(responseCode = "412", description = "Someone else changed it in between")
	@ApiResponse(responseCode = "422", description = "A field is not as it has to be, or not to be mended")
	ResponseEntity<OperatorSalonView> correct(@PathVariable int number,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody(
					content = @Content(schema = @Schema(implementation = CorrectionBody.class))) JsonFields fields) {
		return answer(this.desk.correct(number, new VersionCondition(ifMatch), CorrectionRequest.read(fields)));
	}

	/**
	 * Gives a past salon of an import another number; the same again has no effect. The
	 * archive's old address leads to the new one.
	 * @return the salon under its new number
	 */
	@PostMapping(path = "/renumber", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ApiResponse(responseCode = "404", description = "No such salon")
	@ApiResponse(responseCode = "409", description = "The number is taken, or the salon was announced under its own")
	@ApiResponse(responseCode = "422", description = "A field is not as it has to be")
	ResponseEntity<OperatorSalonView> renumber(@PathVariable int number, @RequestBody(content = @Content(
			schema = @Schema(implementation = CorrectionBody.Renumbering.class))) JsonFields fields) {
		return answer(this.desk.renumber(number, RenumberRequest.read(number, fields)));
	}

	/** What became of a salon since others know of it, the latest first. */
	@GetMapping("/history")
	@ApiResponse(responseCode = "404", description = "No such salon")
	List<HistoryEntry> history(@PathVariable int number) {
		return this.salons.find(number)
			.map((salon) -> this.history.of(salon.number()))
			.orElseThrow(() -> Refused.noSuchSalon(number));
	}

	private ResponseEntity<OperatorSalonView> answer(Salon salon) {
		return ResponseEntity.ok()
			.eTag(VersionCondition.tag(salon.version()))
			.body(OperatorSalonView.of(salon, this.salons.attendance(salon.number()), this.clock.instant()));
	}

}
