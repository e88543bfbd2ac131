package org.salon.registration.member;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.salon.events.link.LinkPurpose;
import org.salon.registration.input.Checks;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.input.JsonFields;
import org.salon.registration.web.Languages;
import org.salon.registration.web.Words;

/**
 * Announcements of new salons. The answer is the same for all, whoever has the address; a
 * mail tells its owner the rest.
 */
@Controller
class SubscriptionController {

	private final SubscriptionDoor door;

	private final Subscriptions subscriptions;

	private final MemberLinks members;

	private final MailLinks links;

	private final Languages languages;

	private final Words words;

	SubscriptionController(SubscriptionDoor door, Subscriptions subscriptions, MemberLinks members, MailLinks links,
			Languages languages, Words words) {
		this.door = door;
		this.subscriptions = subscriptions;
		this.members = members;
		this.links = links;
		this.languages = languages;
		this.words = words;
	}

	@GetMapping("/subscribe")
	String form(@RequestParam(required = false) @Nullable String sent, Model model) {
		return page(new Form("", ""), Map.of(), sent != null, model);
	}

	/** For those who reload the form's answer, or choose another language there. */
	@GetMapping("/subscriptions")
	String backToForm() {
		return "redirect:/subscribe";
	}

	@PostMapping("/subscriptions")
	String request(@RequestParam(defaultValue = "") String email, @RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "") String website, HttpServletRequest request, HttpServletResponse response,
			Model model, Locale reader) {
		// No person sees that field; programs that fill in everything do.
		if (website.isBlank()) {
			try {
				this.door.request(request, email, name, new Checks(), language(null, reader));
			}
			catch (InvalidFields ex) {
				Map<String, String> errors = new HashMap<>();
				ex.problems().forEach((problem) -> errors.putIfAbsent(problem.field(), this.words.of(problem)));
				response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
				return page(new Form(email, name), errors, false, model);
			}
		}
		return "redirect:/subscribe?sent";
	}

	/**
	 * Asks for announcements of new salons. They come once the owner of the address has
	 * followed the link in a mail; the answer is the same for all.
	 */
	@PostMapping(path = "/api/subscriptions", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation
	@Tag(name = "Registrations")
	@ApiResponse(responseCode = "202", description = "A mail is on its way, if one is needed", content = @Content)
	@ApiResponse(responseCode = "422", description = "A field is not as it has to be")
	@ApiResponse(responseCode = "429", description = "Too many from one address, or for one mailbox")
	ResponseEntity<Void> request(
			@RequestBody(
					content = @Content(schema = @Schema(implementation = SubscriptionBody.class))) JsonFields fields,
			HttpServletRequest request, Locale reader) {
		Locale language = language(fields.string("locale"), reader);
		this.door.request(request, fields.string("email"), fields.string("name"), fields.checks(), language);
		return ResponseEntity.accepted().build();
	}

	@GetMapping("/subscriptions/{token}")
	String confirmation(@PathVariable String token, Model model) {
		Member member = this.members.read(token, LinkPurpose.SUBSCRIPTION);
		model.addAttribute("token", token);
		model.addAttribute("subscribed", member.preferences().announcements());
		model.addAttribute("preferences", this.links.preferences(member.id(), member.linkGeneration()));
		return "subscription";
	}

	@PostMapping("/subscriptions/{token}")
	String confirm(@PathVariable String token) {
		this.subscriptions.confirm(this.members.read(token, LinkPurpose.SUBSCRIPTION).id());
		return "redirect:/subscriptions/" + token;
	}

	private static String page(Form form, Map<String, String> errors, boolean sent, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("errors", errors);
		model.addAttribute("sent", sent);
		return "subscribe";
	}

	private Locale language(@Nullable String chosen, Locale reader) {
		return this.languages.named((chosen != null) ? chosen.replace('_', '-') : null)
			.or(() -> this.languages.named(reader.toLanguageTag()))
			.orElse(this.languages.fallback());
	}

	/** The form as it was filled in. */
	record Form(String email, String name) {
	}

}
