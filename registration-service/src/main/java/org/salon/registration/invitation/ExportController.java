package org.salon.registration.invitation;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives invitations as Markdown. */
@Tag(name = "Invitations")
@RestController
class ExportController {

	private final InvitationExport invitations;

	ExportController(InvitationExport invitations) {
		this.invitations = invitations;
	}

	/**
	 * The salon's invitation in the club's form, with the table of past salons: importing
	 * it again changes nothing.
	 */
	@GetMapping("/api/salons/{number:[0-9]{1,9}}/invitation.md")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "text/markdown", schema = @Schema(type = "string")))
	@ApiResponse(responseCode = "404", description = "No such salon")
	@ApiResponse(responseCode = "409", description = "It is of the past by an import, and has no time")
	ResponseEntity<String> invitation(@PathVariable int number) {
		HttpHeaders headers = new HttpHeaders();
		headers.setContentType(MediaType.parseMediaType("text/markdown;charset=UTF-8"));
		headers.setContentDisposition(ContentDisposition.attachment().filename("invitation-" + number + ".md").build());
		return ResponseEntity.ok().headers(headers).body(this.invitations.of(number));
	}

}
