package org.salon.registration.member;

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
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.salon.access.page.Languages;
import org.salon.events.link.LinkPurpose;
import org.salon.registration.guard.FormGuard;
import org.salon.registration.input.Checks;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.input.JsonFields;
import org.salon.registration.input.Refused;
import org.salon.registration.web.Forms;

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

	private final FormGuard guard;

	private final Forms forms;

	SubscriptionController(SubscriptionDoor door, Subscriptions subscriptions, MemberLinks members, MailLinks links,
			Languages languages, FormGuard guard, Forms forms) {
		this.door = door;
		this.subscriptions = subscriptions;
		this.members = members;
		this.links = links;
		this.languages = languages;
		this.guard = guard;
		this.forms = forms;
	}

	@GetMapping("/subscribe")
	String form(@RequestParam(required = false) @Nullable String sent, HttpServletRequest request, Model model) {
		return page(new Form("", ""), Map.of(), sent != null, request, model);
	}

	/** For those who reload the form's answer, or choose another language there. */
	@GetMapping("/subscriptions")
	String backToForm() {
		return "redirect:/subscribe";
	}

	@PostMapping("/subscriptions")
	String request(HttpServletRequest request, HttpServletResponse response, Model model, Locale reader) {
		Form form = new Form(text(request, "email"), text(request, "name"));
		// No person sees that field; programs that fill in everything do.
		if (!text(request, "website").isBlank()) {
			return "redirect:/subscribe?sent";
		}
		Checks checks = new Checks();
		Forms.rejectRepeated(request, checks, "email", "name");
		this.guard.check(request, form.email(), checks);
		try {
			this.door.request(request, form.email(), form.name(), checks, language(null, reader));
			return "redirect:/subscribe?sent";
		}
		catch (InvalidFields ex) {
			return page(form, this.forms.errors(ex, response), false, request, model);
		}
		catch (Refused ex) {
			return page(form, this.forms.errors(ex, response), false, request, model);
		}
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

	private String page(Form form, Map<String, String> errors, boolean sent, HttpServletRequest request, Model model) {
		model.addAttribute("extras", this.guard.extras(request, form.email()));
		model.addAttribute("form", form);
		model.addAttribute("errors", errors);
		model.addAttribute("sent", sent);
		return "subscribe";
	}

	private static String text(HttpServletRequest request, String field) {
		String value = request.getParameter(field);
		return (value != null) ? value : "";
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
