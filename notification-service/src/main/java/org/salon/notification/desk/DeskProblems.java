package org.salon.notification.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Says as a page that a page is not there; to programs as before. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class DeskProblems {

	@ExceptionHandler
	ModelAndView noSuchPage(NoSuchPage problem) {
		return page(HttpStatus.NOT_FOUND, problem.getMessage());
	}

	/** An address that somebody typed; the API has answered its own before. */
	@ExceptionHandler
	ModelAndView noSuchAddress(MethodArgumentTypeMismatchException problem) {
		return page(HttpStatus.NOT_FOUND, null);
	}

	@ExceptionHandler
	Object nothingThere(NoResourceFoundException problem, HttpServletRequest request) {
		return request.getRequestURI().startsWith("/operator/") ? page(problem.getStatusCode(), null)
				: ResponseEntity.of(problem.getBody()).build();
	}

	private static ModelAndView page(HttpStatusCode status, @Nullable String detail) {
		ModelAndView page = new ModelAndView("error");
		page.setStatus(status);
		page.addObject("status", status.value());
		page.addObject("detail", detail);
		return page;
	}

}
