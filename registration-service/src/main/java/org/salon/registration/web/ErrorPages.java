package org.salon.registration.web;

import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

import org.salon.access.WrongRole;

/** Answers what the container or the security filters refused before any handler. */
@Controller
class ErrorPages implements ErrorController {

	private final Answers answers;

	private final Words words;

	ErrorPages(Answers answers, Words words) {
		this.answers = answers;
		this.words = words;
	}

	@RequestMapping("/error")
	Object error(HttpServletRequest request) {
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		HttpStatus status = (code instanceof Integer number) ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
		String detail = WrongRole.of(request).map((role) -> this.words.of("refused.role." + role)).orElse(null);
		return this.answers.of(request, (status != null) ? status : HttpStatus.INTERNAL_SERVER_ERROR, detail,
				new HttpHeaders(), Map.of());
	}

}
