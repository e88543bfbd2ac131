package org.salon.registration.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A form of the console that was sent when the session was over. It goes along with the
 * login, and is offered to be sent again: nothing that was typed is lost.
 *
 * @param action where it was sent to, within the console
 * @param fields in their order, but for the proof of the old page
 */
record KeptForm(String action, List<Field> fields) {

	private static final String ACTION = "kept-action";

	private static final String PREFIX = "kept.";

	private static final String CONSOLE = "/operator/";

	/** The form that has just been turned away. */
	static KeptForm turnedAway(HttpServletRequest request) {
		String query = (request.getQueryString() != null) ? "?" + request.getQueryString() : "";
		Object uri = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
		List<Field> fields = new ArrayList<>();
		for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
			if (!parameter.getKey().equals("_csrf")) {
				for (String value : parameter.getValue()) {
					fields.add(new Field(parameter.getKey(), value));
				}
			}
		}
		return new KeptForm(((uri != null) ? uri : request.getRequestURI()) + query, fields);
	}

	/** The one that came along with a login. */
	static Optional<KeptForm> in(HttpServletRequest login) {
		String action = login.getParameter(ACTION);
		if (!isConsole(action)) {
			return Optional.empty();
		}
		List<Field> fields = new ArrayList<>();
		login.getParameterMap().forEach((name, values) -> {
			if (name.startsWith(PREFIX)) {
				for (String value : values) {
					fields.add(new Field(name.substring(PREFIX.length()), value));
				}
			}
		});
		return Optional.of(new KeptForm(action, fields));
	}

	private static boolean isConsole(@Nullable String action) {
		return action != null && action.startsWith(CONSOLE) && action.indexOf('\\') < 0
				&& !action.startsWith(CONSOLE + "login") && !action.startsWith(CONSOLE + "logout");
	}

	/** A field and what was typed. */
	record Field(String name, String value) {
	}

}
