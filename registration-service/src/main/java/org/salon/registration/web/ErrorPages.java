package org.salon.registration.web;

import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what the container or the security filters refused before any handler. */
@Controller
class ErrorPages implements ErrorController {

	private final Answers answers;

	ErrorPages(Answers answers) {
		this.answers = answers;
	}

	@RequestMapping("/error")
	Object error(HttpServletRequest request) {
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		HttpStatus status = (code instanceof Integer number) ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
		return this.answers.of(request, (status != null) ? status : HttpStatus.INTERNAL_SERVER_ERROR, null,
				new HttpHeaders(), Map.of());
	}

}
