package org.salon.registration.operator;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import org.salon.access.audit.ChangesNothing;
import org.salon.registration.input.Refused;
import org.salon.registration.invitation.ImportAnswer;
import org.salon.invitation.InvalidInvitation;
import org.salon.invitation.InvitationText;
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

	/** Shows what an invitation says, also while it is typed. */
	@ChangesNothing
	@PostMapping(params = { "then!=draft", "then!=announce" })
	String look(@RequestParam(defaultValue = "") String markdown,
			@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String date,
			Model model, Locale reader, HttpServletRequest request, HttpServletResponse response) throws IOException {
		return take(markdown, file, date, "preview", model, reader, request, response);
	}

	/**
	 * Writes it.
	 * @param file in place of the text, if one was chosen
	 */
	@PostMapping
	String take(@RequestParam(defaultValue = "") String markdown,
			@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String date,
			@RequestParam String then, Model model, Locale reader, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		model.addAttribute("markdown", markdown);
		model.addAttribute("date", date);
		// Such a script shows nothing of an answer that is no success.
		boolean typing = request.getHeader("HX-Request") != null;
		return take(markdown, file, date, then, model, reader,
				typing ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT, response);
	}

	private String take(String typed, @Nullable MultipartFile file, String date, String then, Model model,
			Locale reader, HttpStatus refusal, HttpServletResponse response) throws IOException {
		try {
			String markdown = (file != null && !file.isEmpty()) ? InvitationText.decode(file.getBytes()) : typed;
			model.addAttribute("markdown", markdown);
			LocalDate day = day(date);
			if (then.equals("preview")) {
				ImportAnswer found = this.invitations.preview(markdown, day, reader);
				model.addAttribute("found", found);
				model.addAttribute("lines", lines(markdown, found));
				model.addAttribute("when", (found.salon() != null) ? this.pages.when(found.salon(), reader) : "");
				return "operator/import";
			}
			ImportAnswer written = this.invitations.write(markdown, day, then.equals("announce"), reader);
			return "redirect:/operator/salons" + ((written.salon() != null) ? "/" + written.salon().number() : "");
		}
		catch (InvalidInvitation ex) {
			return refused(model, response, refusal, ex.line(), ex.message(reader));
		}
		catch (DateTimeException ex) {
			return refused(model, response, refusal, null, this.words.of("field.date"));
		}
		catch (Refused ex) {
			return refused(model, response, refusal, null, this.words.of(ex.code(), ex.arguments().toArray()));
		}
	}

	private static String refused(Model model, HttpServletResponse response, HttpStatus status, @Nullable Integer line,
			String message) {
		response.setStatus(status.value());
		model.addAttribute("refusedLine", line);
		model.addAttribute("refused", message);
		return "operator/import";
	}

	/** What stands in the lines that there is something to be said of. */
	private static Map<Integer, String> lines(String markdown, ImportAnswer found) {
		List<String> lines = markdown.lines().toList();
		return found.warnings()
			.stream()
			.map(ImportAnswer.Notice::line)
			.filter((line) -> line >= 1 && line <= lines.size())
			.distinct()
			.collect(Collectors.toMap(Function.identity(), (line) -> lines.get(line - 1)));
	}

	private static @Nullable LocalDate day(String date) {
		return date.isBlank() ? null : LocalDate.parse(date.strip());
	}

}
