package org.salon.registration.web;

import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import org.salon.registration.input.Checks;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.input.Refused;

/**
 * What forms share: they are shown again with what is wrong, and nothing typed is lost.
 */
@Component
public class Forms {

	/** Under this name stands what is wrong with the form as a whole. */
	public static final String WHOLE = "form";

	private final Words words;

	Forms(Words words) {
		this.words = words;
	}

	/** Notes each of these fields that came more than once: which one counts? */
	public static void rejectRepeated(HttpServletRequest request, Checks checks, String... fields) {
		for (String field : fields) {
			String[] values = request.getParameterValues(field);
			if (values != null && values.length > 1) {
				checks.reject(field, "field.repeated");
			}
		}
	}

	/** In the reader's words what is wrong, by field; the answer gets its status. */
	public Map<String, String> errors(InvalidFields ex, HttpServletResponse response) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		Map<String, String> errors = new HashMap<>();
		ex.problems().forEach((problem) -> errors.putIfAbsent(problem.field(), this.words.of(problem)));
		return errors;
	}

	/**
	 * The same for one who has to wait.
	 * @throws Refused for any other reason: then the form is of no use any more
	 */
	public Map<String, String> errors(Refused ex, HttpServletResponse response) {
		if (ex.retryAfter() == null) {
			throw ex;
		}
		response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, ex.retryAfter().toSeconds())));
		return Map.of(WHOLE, this.words.of(ex.code(), ex.arguments().toArray()));
	}

}
