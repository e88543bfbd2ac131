package org.salon.archive.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What every page's frame needs. */
@ControllerAdvice(annotations = Controller.class)
class PageAdvice {

	private final SalonProperties properties;

	PageAdvice(SalonProperties properties) {
		this.properties = properties;
	}

	@ModelAttribute
	void frame(HttpServletRequest request, Locale locale, Model model) {
		model.addAllAttributes(attributes(request, locale));
	}

	Map<String, Object> attributes(HttpServletRequest request, Locale locale) {
		List<Choice> choices = Languages.OFFERED.stream().map((language) -> choice(request, language, locale)).toList();
		return Map.of("language", locale.toLanguageTag(), "comingUrl", this.properties.comingUrl(), "permanentBase",
				this.properties.archiveUrl(""), "languages", choices);
	}

	private static Choice choice(HttpServletRequest request, Locale language, Locale present) {
		return new Choice(language.toLanguageTag(), language.getDisplayLanguage(language),
				inLanguage(request, language.toLanguageTag()), language.equals(present));
	}

	private static String inLanguage(HttpServletRequest request, String language) {
		// Path and query only: the host of a request is whatever its sender wrote.
		String query = ServletUriComponentsBuilder.fromRequest(request)
			.replaceQueryParam("lang", language)
			.build()
			.getQuery();
		return "?" + query;
	}

	/** A language as it is offered, by the name that its readers know it by. */
	record Choice(String tag, String name, String address, boolean present) {
	}

}
