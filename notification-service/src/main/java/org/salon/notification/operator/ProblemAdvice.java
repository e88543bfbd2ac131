package org.salon.notification.operator;

import java.util.Map;
import java.util.UUID;

import org.salon.notification.ledger.Retries;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Says what was wrong with a request as RFC 9457 has it; before the framework, which
 * takes a parameter of the wrong kind for a malformed request.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

	@ExceptionHandler
	ProblemDetail badField(BadField problem) {
		return unprocessable(problem.field(), String.valueOf(problem.getMessage()));
	}

	@ExceptionHandler
	ProblemDetail badFields(BadFields problem) {
		return unprocessable(problem.fields());
	}

	@ExceptionHandler
	ProblemDetail badType(MethodArgumentTypeMismatchException problem) {
		Class<?> type = problem.getRequiredType();
		if (type == UUID.class) {
			return ProblemDetail.forStatus(HttpStatus.NOT_FOUND);
		}
		return unprocessable(problem.getName(), "not of the kind that is asked for");
	}

	@ExceptionHandler
	ProblemDetail notRetryable(Retries.NotRetryable problem) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT,
				"The message cannot be sent again: " + problem.getMessage());
	}

	private static ProblemDetail unprocessable(String field, String message) {
		return unprocessable(Map.of(field, message));
	}

	private static ProblemDetail unprocessable(Map<String, String> fields) {
		ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT,
				"Some parameters are not as they have to be");
		detail.setProperty("errors",
				fields.entrySet().stream().map((field) -> new FieldError(field.getKey(), field.getValue())).toList());
		return detail;
	}

	record FieldError(String field, String message) {
	}

}
