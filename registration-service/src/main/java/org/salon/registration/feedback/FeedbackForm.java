package org.salon.registration.feedback;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.salon.registration.input.Checks;
import org.salon.registration.web.Forms;

/** The form as it was filled in, kept so that nothing typed is lost. */
public record FeedbackForm(String stars, String liked, String better) {

	static final FeedbackForm BLANK = new FeedbackForm("", "", "");

	static FeedbackForm of(HttpServletRequest request, Checks checks) {
		Forms.rejectRepeated(request, checks, "stars", "liked", "better");
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
