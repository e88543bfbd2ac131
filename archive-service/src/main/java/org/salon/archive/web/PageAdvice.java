package org.salon.archive.web;

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
		return Map.of("language", locale.toLanguageTag(), "comingUrl", this.properties.comingUrl(), "permanentBase",
				this.properties.archiveUrl(""), "inChinese", inLanguage(request, "zh-CN"), "inEnglish",
				inLanguage(request, "en"));
	}

	private static String inLanguage(HttpServletRequest request, String language) {
		// Path and query only: the host of a request is whatever its sender wrote.
		String query = ServletUriComponentsBuilder.fromRequest(request)
			.replaceQueryParam("lang", language)
			.build()
			.getQuery();
		return "?" + query;
	}

}
