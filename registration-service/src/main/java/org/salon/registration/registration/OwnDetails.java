package org.salon.registration.registration;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import org.salon.registration.input.Checks;
import org.salon.registration.member.Member;
import org.salon.registration.member.PersonName;
import org.salon.registration.member.TimeZones;

/**
 * What someone changes of themselves on their own page, checked.
 *
 * @param locale language of mails; none if it was not chosen
 * @param zone none for the salon's
 */
record OwnDetails(String name, Remarks remarks, @Nullable String locale, @Nullable ZoneId zone) {

	/**
	 * Reads what was filled in.
	 * @param questions what the salon asks
	 * @throws org.salon.registration.input.InvalidFields with all that is wrong
	 */
	static OwnDetails read(Form form, Questionnaire questions, Checks checks) {
		OwnDetails details = new OwnDetails(PersonName.read(checks, form.name()),
				new Remarks(checks.optionalLine("affiliation", form.affiliation(), Applicant.AFFILIATION),
						checks.optionalText("note", form.note(), Applicant.NOTE),
						questions.read(form.answers(), checks)),
				form.locale(), TimeZones.read(checks, form.zone()));
		checks.done();
		return details;
	}

	/** The fields as they were filled in, kept so that nothing typed is lost. */
	record Form(String name, String affiliation, String note, String locale, String zone,
			Map<String, List<String>> answers) {

		static Form of(Registration registration, Member member) {
			Remarks remarks = registration.remarks();
			return new Form(registration.name(), text(remarks.affiliation()), text(remarks.note()), member.locale(),
					(member.zone() != null) ? member.zone().getId() : "", remarks.answers());
		}

		static Form of(HttpServletRequest request, Questionnaire questions) {
			Map<String, String> fields = new HashMap<>();
			for (String field : List.of("name", "affiliation", "note", "locale", "zone")) {
				fields.put(field, text(request.getParameter(field)));
			}
			return new Form(text(fields.get("name")), text(fields.get("affiliation")), text(fields.get("note")),
					text(fields.get("locale")).replace('_', '-'), text(fields.get("zone")), questions.given(request));
		}

		private static String text(@Nullable String value) {
			return (value != null) ? value : "";
		}

	}

}
