package org.salon.registration.web;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

import org.salon.registration.input.InvalidFields;
import org.salon.registration.input.Refused;

/** One answer for each kind of failure; none tells of the inside. */
@ControllerAdvice
class ProblemHandler {

	private static final Logger logger = LoggerFactory.getLogger(ProblemHandler.class);

	private final Answers answers;

	private final Words words;

	ProblemHandler(Answers answers, Words words) {
		this.answers = answers;
		this.words = words;
	}

	@ExceptionHandler
	Object invalid(InvalidFields ex, HttpServletRequest request) {
		return this.answers.of(request, HttpStatus.UNPROCESSABLE_CONTENT, this.words.of("refused.fields"),
				new HttpHeaders(), Map.of("errors", this.words.of(ex.problems())));
	}

	@ExceptionHandler
	Object refused(Refused ex, HttpServletRequest request) {
		HttpHeaders headers = new HttpHeaders();
		if (ex.retryAfter() != null) {
			headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, ex.retryAfter().toSeconds())));
		}
		return this.answers.of(request, status(ex.reason()), this.words.of(ex.code(), ex.arguments().toArray()),
				headers, Map.of());
	}

	@ExceptionHandler({ TransientDataAccessException.class, DataAccessResourceFailureException.class,
			TransactionException.class })
	Object unavailable(Exception ex, HttpServletRequest request) {
		logger.warn("the database does not answer as it should: {}", ex.getClass().getSimpleName());
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.RETRY_AFTER, "5");
		return this.answers.of(request, HttpStatus.SERVICE_UNAVAILABLE, this.words.of("refused.unavailable"), headers,
				Map.of());
	}

	@ExceptionHandler({ HttpMessageNotReadableException.class, TypeMismatchException.class })
	Object unreadable(Exception ex, HttpServletRequest request) {
		return this.answers.of(request, HttpStatus.BAD_REQUEST, this.words.of("refused.unreadable"), new HttpHeaders(),
				Map.of());
	}

	/** A form that is too large, or whose text is no text in UTF-8. */
	@ExceptionHandler
	Object unreadableForm(InvalidParameterException ex, HttpServletRequest request) {
		HttpStatus known = HttpStatus.resolve(ex.getErrorCode());
		HttpStatus status = (known != null && known.is4xxClientError()) ? known : HttpStatus.BAD_REQUEST;
		return this.answers.of(request, status, this.words.of("refused.unreadable"), new HttpHeaders(), Map.of());
	}

	@ExceptionHandler
	@Nullable Object gone(AsyncRequestNotUsableException ex) {
		// The reader hung up; there is nobody to answer.
		return null;
	}

	@ExceptionHandler
	Object other(Exception ex, HttpServletRequest request) {
		if (ex instanceof ErrorResponse response) {
			return this.answers.of(request, response.getStatusCode(), null, response.getHeaders(), Map.of());
		}
		logger.error("{} {} failed", request.getMethod(), routeOf(request), ex);
		return this.answers.of(request, HttpStatus.INTERNAL_SERVER_ERROR, this.words.of("refused.failed"),
				new HttpHeaders(), Map.of());
	}

	private static HttpStatus status(Refused.Reason reason) {
		return switch (reason) {
			case UNREADABLE -> HttpStatus.BAD_REQUEST;
			case NOT_FOUND -> HttpStatus.NOT_FOUND;
			case GONE -> HttpStatus.GONE;
			case CONFLICT -> HttpStatus.CONFLICT;
			case STALE -> HttpStatus.PRECONDITION_FAILED;
			case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
			case UNSUPPORTED -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
			case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
			case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
		};
	}

	private static Object routeOf(HttpServletRequest request) {
		// The pattern, never the path: a path may carry somebody's link.
		Object pattern = request.getAttribute("org.springframework.web.servlet.HandlerMapping.bestMatchingPattern");
		return (pattern != null) ? pattern : "(no route)";
	}

}
