package org.salon.registration.feedback;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.salon.registration.input.Checks;

/** The form as it was filled in, kept so that nothing typed is lost. */
public record FeedbackForm(String stars, String liked, String better) {

	static final FeedbackForm BLANK = new FeedbackForm("", "", "");

	static FeedbackForm of(HttpServletRequest request, Checks checks) {
		for (String field : List.of("stars", "liked", "better")) {
			String[] values = request.getParameterValues(field);
			if (values != null && values.length > 1) {
				checks.reject(field, "field.repeated");
			}
		}
		return new FeedbackForm(text(request.getParameter("stars")), text(request.getParameter("liked")),
				text(request.getParameter("better")));
	}

	static FeedbackForm of(Feedback feedback) {
		return new FeedbackForm(Integer.toString(feedback.stars()), text(feedback.liked()), text(feedback.better()));
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
