package org.salon.registration.registration;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.salon.registration.input.Checks;
import org.salon.registration.web.Forms;

/** The form as it was filled in, kept so that nothing typed is lost. */
public record SignUpForm(String name, String email, String affiliation, String note, String locale,
		Map<String, List<String>> answers) {

	/** No person sees this field; programs that fill in everything do. */
	private static final String HONEYPOT = "website";

	static SignUpForm of(HttpServletRequest request, Questionnaire questions) {
		return new SignUpForm(text(request, "name"), text(request, "email"), text(request, "affiliation"),
				text(request, "note"), text(request, "locale"), questions.given(request));
	}

	static void rejectRepeated(HttpServletRequest request, Checks checks) {
		Forms.rejectRepeated(request, checks, "name", "email", "affiliation", "note", "locale");
	}

	boolean isFilledByProgram(HttpServletRequest request) {
		return !text(request, HONEYPOT).isBlank();
	}

	Applicant.Typed typed() {
		return new Applicant.Typed(this.name, this.email, this.affiliation, this.note, this.answers);
	}

	private static String text(HttpServletRequest request, String field) {
		String value = request.getParameter(field);
		return (value != null) ? value : "";
	}

}
