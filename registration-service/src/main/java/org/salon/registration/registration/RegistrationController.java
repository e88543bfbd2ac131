package org.salon.registration.registration;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.salon.access.page.Languages;
import org.salon.events.registration.RegistrationStatus;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.input.JsonFields;
import org.salon.registration.input.Refused;

/** Signing up as JSON, and erasing a person. */
@RestController
class RegistrationController {

	private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,8}([_-][A-Za-z0-9]{1,8}){0,5}");

	private static final String VISIBLE_ASCII = "^[\\x21-\\x7E]{1,255}$";

	private static final Pattern KEY = Pattern.compile(VISIBLE_ASCII);

	private final FrontDoor door;

	private final GiveBack giveBack;

	private final Languages languages;

	RegistrationController(FrontDoor door, GiveBack giveBack, Languages languages) {
		this.door = door;
		this.giveBack = giveBack;
		this.languages = languages;
	}

	/**
	 * Signs a person up. The same person again gets the answer that a newcomer would get,
	 * and nothing is doubled; after an hour the confirmation is mailed again.
	 * @param key makes a repetition safe: a known key gets the answer that it got, for a
	 * day
	 * @return a place, or a place in line
	 */
	@PostMapping(path = "/api/salons/{number:[0-9]{1,9}}/registrations", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.CREATED)
	@Tag(name = "Registrations", description = "Taking a place and giving it back.")
	@ApiResponse(responseCode = "404", description = "No such salon, or a draft")
	@ApiResponse(responseCode = "409", description = "It is over or called off")
	@ApiResponse(responseCode = "422",
			description = "A field is not as it has to be, or the key came with another body before")
	@ApiResponse(responseCode = "429", description = "Too many from one address, for one mailbox or for one salon",
			headers = @Header(name = "Retry-After", schema = @Schema(type = "integer")))
	Signed signUp(@PathVariable int number,
			@RequestBody(content = @Content(schema = @Schema(implementation = SignUpBody.class))) JsonFields fields,
			@RequestHeader(name = "Idempotency-Key",
					required = false) @Schema(pattern = VISIBLE_ASCII) @Nullable String key,
			Locale reader, HttpServletRequest request) {
		if (key != null && !KEY.matcher(key).matches()) {
			throw new InvalidFields("Idempotency-Key", "field.idempotencyKey");
		}
		Applicant.Typed typed = new Applicant.Typed(fields.string("name"), fields.string("email"),
				fields.string("affiliation"), fields.string("note"), fields.texts("answers"));
		Locale locale = locale(fields, reader);
		return new Signed(this.door.signUp(request, number, typed, fields.checks(), locale, key));
	}

	/**
	 * Erases a person everywhere: places, mails, name and address, in all services.
	 * @param id of the member, as the attendee list says it
	 */
	@DeleteMapping("/api/members/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Tag(name = "Attendees")
	@ApiResponse(responseCode = "404", description = "No such member")
	void erase(@PathVariable @Schema(format = "uuid") String id) {
		this.giveBack.erase(uuid(id));
	}

	private Locale locale(JsonFields fields, Locale reader) {
		String tag = fields.string("locale");
		if (tag == null) {
			return this.languages.named(reader.toLanguageTag()).orElse(this.languages.fallback());
		}
		if (!LANGUAGE_TAG.matcher(tag).matches()) {
			fields.checks().reject("locale", "field.locale");
		}
		return this.languages.named(tag.replace('_', '-')).orElse(this.languages.fallback());
	}

	private static UUID uuid(String text) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			throw new Refused(Refused.Reason.NOT_FOUND, "refused.noSuchMember");
		}
	}

	/** What a newcomer gets. */
	record Signed(RegistrationStatus status) {
	}

}
