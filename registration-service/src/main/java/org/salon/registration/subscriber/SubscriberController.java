package org.salon.registration.subscriber;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import org.salon.access.page.Languages;
import org.salon.registration.SalonProperties;
import org.salon.registration.input.Refused;
import org.salon.registration.web.Words;

/** Importing subscribers in the console: paste or upload, look, then subscribe. */
@Controller
@RequestMapping("/operator/subscribers/import")
class SubscriberController {

	private final SubscriberImport subscribers;

	private final Languages languages;

	private final SalonProperties properties;

	private final Words words;

	private final Clock clock;

	SubscriberController(SubscriberImport subscribers, Languages languages, SalonProperties properties, Words words,
			Clock clock) {
		this.subscribers = subscribers;
		this.languages = languages;
		this.properties = properties;
		this.words = words;
		this.clock = clock;
	}

	@GetMapping
	String blank(@RequestParam(required = false) @Nullable Integer done, Model model) {
		model.addAttribute("text", "");
		model.addAttribute("done", done);
		return "operator/subscriber-import";
	}

	/**
	 * Shows what an import would do.
	 * @param file in place of the text, if one was chosen
	 */
	@PostMapping
	String preview(@RequestParam(defaultValue = "") String text,
			@RequestParam(required = false) @Nullable MultipartFile file, Model model, HttpServletResponse response)
			throws IOException {
		boolean uploaded = file != null && !file.isEmpty();
		model.addAttribute("text", uploaded ? "" : text);
		try {
			String csv = (file != null && uploaded) ? decode(file.getBytes()) : text;
			// The day by which the first place on earth has it.
			LocalDate today = this.clock.instant().atOffset(ZoneOffset.ofHours(14)).toLocalDate();
			SubscriberFile read = SubscriberFile.read(csv, this.languages, this.properties.ownAddress(), today);
			ImportPreview preview = this.subscribers.stage(read);
			model.addAttribute("preview", preview);
			model.addAttribute("reasons",
					preview.refused().stream().map((line) -> this.words.of(line.problem())).toList());
		}
		catch (Refused ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("refused", this.words.of(ex.code(), ex.arguments().toArray()));
		}
		return "operator/subscriber-import";
	}

	@PostMapping("/{id:[0-9a-f-]{36}}")
	String write(@PathVariable UUID id) {
		return "redirect:/operator/subscribers/import?done=" + this.subscribers.write(id);
	}

	private static String decode(byte[] bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new Refused(Refused.Reason.UNPROCESSABLE, "refused.notUtf8");
		}
	}

}
