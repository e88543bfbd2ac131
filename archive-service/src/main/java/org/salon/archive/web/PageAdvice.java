package org.salon.archive.web;

import java.util.Locale;

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
		model.addAttribute("language", locale.toLanguageTag());
		model.addAttribute("comingUrl", this.properties.comingUrl());
		model.addAttribute("permanentBase", this.properties.archiveUrl(""));
		model.addAttribute("inChinese", inLanguage(request, "zh-CN"));
		model.addAttribute("inEnglish", inLanguage(request, "en"));
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
