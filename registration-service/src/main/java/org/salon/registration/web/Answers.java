package org.salon.registration.web;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import org.salon.access.WrongRole;

/**
 * Says that something went wrong: as a page to people, as problem details to programs.
 */
@Component
class Answers {

	private final Words words;

	Answers(Words words) {
		this.words = words;
	}

	Object of(HttpServletRequest request, HttpStatusCode status, @Nullable String detail, HttpHeaders headers,
			Map<String, Object> more) {
		if (PageRequests.wantsPage(request)) {
			return page(status, detail, WrongRole.of(request).isPresent());
		}
		ProblemDetail problem = ProblemDetail.forStatus(status);
		problem.setTitle(title(status));
		problem.setDetail(detail);
		more.forEach(problem::setProperty);
		return ResponseEntity.status(status)
			.headers(headers)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(problem);
	}

	private ModelAndView page(HttpStatusCode status, @Nullable String detail, boolean inConsole) {
		ModelAndView page = new ModelAndView("problem");
		page.setStatus(status);
		page.addObject("title", title(status));
		page.addObject("detail", detail);
		page.addObject("inConsole", inConsole);
		return page;
	}

	private String title(HttpStatusCode status) {
		HttpStatus known = HttpStatus.resolve(status.value());
		return switch (status.value()) {
			case 401, 403, 404, 409, 410, 412, 413, 415, 422, 429, 503 -> this.words.of("problem." + status.value());
			case 500 -> this.words.of("problem.500");
			default -> (known != null) ? known.getReasonPhrase() : "Error " + status.value();
		};
	}

}
