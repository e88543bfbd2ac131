package org.salon.registration.invitation;

import org.salon.invitation.InvalidInvitation;
import org.salon.invitation.InvitationText;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.salon.registration.input.InvalidFields;
import org.salon.registration.input.JsonBodies;
import org.salon.registration.web.RequestBodies;

/** Takes invitations as Markdown. */
@Tag(name = "Invitations", description = "Salons out of the club's Markdown.")
@RestController
class ImportController {

	private final InvitationImport invitations;

	ImportController(InvitationImport invitations) {
		this.invitations = invitations;
	}

	/**
	 * Imports an invitation: the coming salon as a draft, and the past ones of its table
	 * into the archive. Importing again updates and doubles nothing, and nobody is mailed
	 * of the past.
	 * @param dryRun only says what it would do
	 * @param announce announces the coming salon at once
	 * @param date of the coming salon, in place of the day that the text names; the time
	 * of day is the text's
	 */
	@PostMapping(path = "/api/invitations",
			consumes = { "text/markdown", "text/x-markdown", MediaType.TEXT_PLAIN_VALUE })
	@RequestBody(description = "The invitation in UTF-8, 4 MiB at most",
			content = @Content(mediaType = "text/markdown", schema = @Schema(type = "string")))
	@ApiResponse(responseCode = "409", description = "The coming salon is called off, or of the past by an import")
	@ApiResponse(responseCode = "422", description = "The text cannot be imported, or a parameter is no date")
	ImportAnswer take(HttpServletRequest request, @RequestParam(defaultValue = "true") boolean dryRun,
			@RequestParam(defaultValue = "false") boolean announce,
			@RequestParam(required = false) @Schema(format = "date") @Nullable String date, Locale reader)
			throws IOException {
		LocalDate day = day(date);
		String markdown = JsonBodies.utf8(RequestBodies.read(request, InvitationText.MAX_BYTES));
		return dryRun ? this.invitations.preview(markdown, day, reader)
				: this.invitations.write(markdown, day, announce, reader);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> invalid(InvalidInvitation ex, Locale reader) {
		HttpStatus status = switch (ex.reason()) {
			case NOT_UTF8 -> HttpStatus.BAD_REQUEST;
			case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
			default -> HttpStatus.UNPROCESSABLE_CONTENT;
		};
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, ex.message(reader));
		problem.setProperty("line", ex.line());
		problem.setProperty("errors",
				List.of(Map.of("field", "invitation", "line", ex.line(), "message", ex.message(reader))));
		return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

	private static @Nullable LocalDate day(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		try {
			return LocalDate.parse(text.strip());
		}
		catch (DateTimeException ex) {
			throw new InvalidFields("date", "field.date");
		}
	}

}
