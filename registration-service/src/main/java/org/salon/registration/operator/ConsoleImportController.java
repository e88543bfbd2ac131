package org.salon.registration.operator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.salon.registration.input.Refused;
import org.salon.registration.invitation.ImportAnswer;
import org.salon.registration.invitation.InvalidInvitation;
import org.salon.registration.invitation.InvitationImport;
import org.salon.registration.salon.SalonPages;
import org.salon.registration.web.Words;

/** Importing in the console: paste, look at what was found, then save or announce. */
@Controller
@RequestMapping("/operator/import")
class ConsoleImportController {

	private final InvitationImport invitations;

	private final SalonPages pages;

	private final Words words;

	ConsoleImportController(InvitationImport invitations, SalonPages pages, Words words) {
		this.invitations = invitations;
		this.pages = pages;
		this.words = words;
	}

	@GetMapping
	String blank(Model model) {
		model.addAttribute("markdown", "");
		model.addAttribute("date", "");
		return "operator/import";
	}

	@PostMapping
	String take(@RequestParam String markdown, @RequestParam(defaultValue = "") String date,
			@RequestParam(defaultValue = "preview") String then, Model model, Locale reader,
			HttpServletResponse response) {
		model.addAttribute("markdown", markdown);
		model.addAttribute("date", date);
		try {
			LocalDate day = day(date);
			if (then.equals("preview")) {
				ImportAnswer found = this.invitations.preview(markdown, day, reader);
				model.addAttribute("found", found);
				model.addAttribute("when", (found.salon() != null) ? this.pages.when(found.salon(), reader) : "");
				return "operator/import";
			}
			ImportAnswer written = this.invitations.write(markdown, day, then.equals("announce"), reader);
			return "redirect:/operator/salons" + ((written.salon() != null) ? "/" + written.salon().number() : "");
		}
		catch (InvalidInvitation ex) {
			return refused(model, response, ex.line(), ex.message(reader));
		}
		catch (DateTimeException ex) {
			return refused(model, response, null, this.words.of("field.date"));
		}
		catch (Refused ex) {
			return refused(model, response, null, this.words.of(ex.code(), ex.arguments().toArray()));
		}
	}

	private static String refused(Model model, HttpServletResponse response, @Nullable Integer line, String message) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("refusedLine", line);
		model.addAttribute("refused", message);
		return "operator/import";
	}

	private static @Nullable LocalDate day(String date) {
		return date.isBlank() ? null : LocalDate.parse(date.strip());
	}

}
