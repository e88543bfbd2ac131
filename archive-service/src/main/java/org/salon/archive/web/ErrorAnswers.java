package org.salon.archive.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import org.salon.access.WrongRole;

/**
 * Tells errors: to scripts as problem details (RFC 9457), to readers as a page; in their
 * language, and never with the text of an exception.
 */
@Controller
@ControllerAdvice
class ErrorAnswers implements ErrorController {

	private final MessageSource messages;

	private final PageAdvice frame;

	ErrorAnswers(MessageSource messages, PageAdvice frame) {
		this.messages = messages;
		this.frame = frame;
	}

	@RequestMapping("/error")
	Object error(HttpServletRequest request, HttpServletResponse response, Locale locale) {
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		HttpStatus status = (code instanceof Integer number) ? HttpStatus.valueOf(number) : HttpStatus.NOT_FOUND;
		return answer(status, String.valueOf(path), List.of(), request, locale);
	}

	@ExceptionHandler
	Object refuse(InvalidParameters invalid, HttpServletRequest request, Locale locale) {
		List<FieldError> errors = invalid.faults()
			.stream()
			.map((fault) -> new FieldError(fault.field(),
					this.messages.getMessage(fault.code(), fault.arguments().toArray(), locale)))
			.toList();
		return answer(HttpStatus.UNPROCESSABLE_CONTENT, request.getRequestURI(), errors, request, locale);
	}

	private Object answer(HttpStatus status, String path, List<FieldError> errors, HttpServletRequest request,
			Locale locale) {
		String key = WrongRole.of(request).map((role) -> "error.role." + role.name()).orElse("error." + status.value());
		String detail = this.messages.getMessage(key, null,
				this.messages.getMessage(status.is5xxServerError() ? "error.500" : "error.other", null, locale),
				locale);
		if (isForReader(path, request)) {
			// What handles an exception starts from an empty model.
			ModelAndView page = new ModelAndView("error", this.frame.attributes(request, locale), status);
			page.addObject("status", status.value()).addObject("detail", detail).addObject("errors", errors);
			return page;
		}
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setInstance(instance(path));
		if (!errors.isEmpty()) {
			problem.setProperty("errors", errors);
		}
		return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

	private static boolean isForReader(String path, HttpServletRequest request) {
		String accepted = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
		return !path.startsWith("/api/") && !path.startsWith("/actuator") && accepted.contains("text/html");
	}

	private static URI instance(String path) {
		return URI.create(path.matches("[\\w/.-]+") ? path : "/");
	}

	/** What is wrong with one parameter, in the reader's language. */
	record FieldError(String field, String message) {
	}

}
