package org.salon.notification.operator;

import java.io.IOException;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.salon.notification.bounce.BounceDesk;
import org.salon.notification.bounce.UnreadableReport;
import org.salon.notification.ledger.Bounces.Effect;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Takes what mail servers and providers report on mails that were sent. */
@Tag(name = "Bounces", description = "Mails that came back, and complaints.")
@RestController
class BounceController {

	private static final String MAIL = "message/rfc822";

	private final BounceDesk desk;

	private final JsonMapper json;

	BounceController(BounceDesk desk, JsonMapper json) {
		this.desk = desk;
		this.json = json;
	}

	/**
	 * Takes a report on a mail: a delivery status notification (RFC 3464) or a complaint
	 * (RFC 5965) as it came, or the same in JSON. The mail is found by its Message-ID, or
	 * by the address of its own that it comes back to. The same report again changes
	 * nothing.
	 * @return whether it said something new; what is about no mail of ours is ignored
	 */
	@PostMapping(path = "/api/bounces", consumes = { MAIL, MediaType.APPLICATION_JSON_VALUE })
	@RequestBody(required = true,
			content = { @Content(mediaType = MAIL, schema = @Schema(type = "string")),
					@Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = BounceNotice.class)) })
	@ApiResponse(responseCode = "413", description = "Larger than 1 MiB")
	@ApiResponse(responseCode = "422", description = "It reports on no mail, or cannot be read")
	@ResponseStatus(HttpStatus.ACCEPTED)
	Taken take(HttpServletRequest request) throws IOException, UnreadableReport {
		byte[] body = body(request);
		MediaType type = MediaType.parseMediaType(request.getContentType());
		return new Taken(type.isCompatibleWith(MediaType.APPLICATION_JSON) ? take(body) : this.desk.take(body));
	}

	private Effect take(byte[] body) throws UnreadableReport {
		BounceNotice notice;
		try {
			notice = this.json.readValue(body, BounceNotice.class);
		}
		catch (JacksonException ex) {
			throw new BadField("body", "no JSON of the kind that is asked for");
		}
		if (notice == null) {
			throw new BadField("body", "is empty");
		}
		return this.desk.take(notice.messageId(), notice.status(), notice.diagnostic(),
				Boolean.TRUE.equals(notice.complaint()));
	}

	private static byte[] body(HttpServletRequest request) throws IOException {
		if (request.getContentLengthLong() <= BounceDesk.LARGEST) {
			byte[] body = request.getInputStream().readNBytes(BounceDesk.LARGEST + 1);
			if (body.length <= BounceDesk.LARGEST) {
				return body;
			}
		}
		throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
	}

	@ExceptionHandler
	ProblemDetail unreadable(UnreadableReport problem) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT,
				"The report cannot be taken: " + problem.getMessage());
	}

	/**
	 * What a provider reports on one mail.
	 *
	 * @param messageId of the mail
	 * @param status enhanced status code (RFC 3463), of a mail that came back
	 * @param diagnostic the words of the server that refused it
	 * @param complaint whether its reader called it unwanted; status is not needed then
	 */
	record BounceNotice(@Nullable String messageId, @Nullable String status, @Nullable String diagnostic,
			@Nullable Boolean complaint) {
	}

	/**
	 * What came of a report.
	 */
	record Taken(Effect effect) {
	}

}
