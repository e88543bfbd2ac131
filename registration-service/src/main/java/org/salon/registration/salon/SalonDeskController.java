package org.salon.registration.salon;

import java.net.URI;
import java.time.Clock;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.salon.registration.input.JsonFields;
import org.salon.registration.salon.HistoryEntry.Author;

/** Salons as JSON, for the operator. */
@Tag(name = "Salon desk", description = "Writing, announcing and calling off salons.")
@RestController
@RequestMapping("/api/salons")
class SalonDeskController {

	private final SalonDesk desk;

	private final Salons salons;

	private final Clock clock;

	SalonDeskController(SalonDesk desk, Salons salons, Clock clock) {
		this.desk = desk;
		this.salons = salons;
		this.clock = clock;
	}

	/**
	 * Writes a new salon, as a draft.
	 * @return the draft, with its version as {@code ETag}
	 */
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@ApiResponse(responseCode = "201")
	@ApiResponse(responseCode = "409", description = "There is a salon of that number")
	@ApiResponse(responseCode = "422", description = "A field is not as it has to be")
	ResponseEntity<OperatorSalonView> create(
			@RequestBody(content = @Content(schema = @Schema(implementation = SalonBody.class))) JsonFields fields) {
		SalonRequest request = new SalonRequest(fields);
		int number = request.number();
		Salon salon = this.desk.create(number, request.details(null));
		return answer(ResponseEntity.created(URI.create("/api/salons/" + number)), salon);
	}

	/**
	 * Changes or moves a salon; what the body does not name stays as it is. Those who
	 * hold a place are told.
	 * @param ifMatch the {@code ETag} of the version that the change is made for; without
	 * it, it is made for whatever there is
	 * @return the salon, with its new version as {@code ETag}
	 */
	@PutMapping(path = "/{number:[0-9]{1,9}}", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ApiResponse(responseCode = "404", description = "No such salon")
	@ApiResponse(responseCode = "409", description = "It is called off, or of the past by an import")
	@ApiResponse(responseCode = "412", description = "Someone else changed it in between")
	@ApiResponse(responseCode = "422", description = "A field is not as it has to be")
	ResponseEntity<OperatorSalonView> change(@PathVariable int number,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody(content = @Content(schema = @Schema(implementation = SalonBody.class))) JsonFields fields) {
		SalonRequest request = new SalonRequest(fields);
		request.sameNumber(number);
		return answer(this.desk.change(number, new VersionCondition(ifMatch), request::details));
	}

	/**
	 * Opens a salon for registration and mails all who want to know; again has no effect.
	 */
	@PostMapping("/{number:[0-9]{1,9}}/announce")
	@ApiResponse(responseCode = "404", description = "No such salon")
	@ApiResponse(responseCode = "409", description = "It is called off, or of the past by an import")
	ResponseEntity<OperatorSalonView> announce(@PathVariable int number) {
		return answer(this.desk.announce(number, Author.OPERATOR));
	}

	/** Calls a salon off and tells all who hold a place; again has no effect. */
	@PostMapping("/{number:[0-9]{1,9}}/cancel")
	@ApiResponse(responseCode = "404", description = "No such salon")
	@ApiResponse(responseCode = "409", description = "It is a draft, or over")
	ResponseEntity<OperatorSalonView> cancel(@PathVariable int number) {
		return answer(this.desk.cancel(number));
	}

	/**
	 * Publishes these links of replay and material, in place of those that there are. The
	 * first time the replay is mailed; a correction mails nobody.
	 */
	@PostMapping(path = "/{number:[0-9]{1,9}}/replays", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ApiResponse(responseCode = "404", description = "No such salon")
	@ApiResponse(responseCode = "409", description = "It is a draft or called off")
	@ApiResponse(responseCode = "422", description = "A link is not as it has to be")
	ResponseEntity<OperatorSalonView> publishReplay(@PathVariable int number,
			@RequestBody(content = @Content(schema = @Schema(implementation = ReplayBody.class))) JsonFields fields) {
		return answer(this.desk.publishReplay(number, ReplayRequest.read(fields), Author.OPERATOR));
	}

	private ResponseEntity<OperatorSalonView> answer(Salon salon) {
		return answer(ResponseEntity.ok(), salon);
	}

	private ResponseEntity<OperatorSalonView> answer(ResponseEntity.BodyBuilder builder, Salon salon) {
		return builder.eTag(VersionCondition.tag(salon.version()))
			.body(OperatorSalonView.of(salon, this.salons.attendance(salon.number()), this.clock.instant()));
	}

}
