package org.salon.registration.registration;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
record OwnDetails(String name, @Nullable String affiliation, @Nullable String note, @Nullable String locale,
		@Nullable ZoneId zone) {

	static OwnDetails read(Form form, Checks checks) {
		OwnDetails details = new OwnDetails(PersonName.read(checks, form.name()),
				checks.optionalLine("affiliation", form.affiliation(), Applicant.AFFILIATION),
				checks.optionalText("note", form.note(), Applicant.NOTE), form.locale(),
				TimeZones.read(checks, form.zone()));
		checks.done();
		return details;
	}

	/** With the answers that there were. */
	Remarks remarks(Map<String, List<String>> answers) {
		return new Remarks(this.affiliation, this.note, answers);
	}

	/** The fields as they were filled in, kept so that nothing typed is lost. */
	record Form(String name, String affiliation, String note, String locale, String zone) {

		static Form of(Registration registration, Member member) {
			Remarks remarks = registration.remarks();
			return new Form(registration.name(), text(remarks.affiliation()), text(remarks.note()), member.locale(),
					(member.zone() != null) ? member.zone().getId() : "");
		}

		static Form of(HttpServletRequest request) {
			Map<String, String> fields = new HashMap<>();
			for (String field : List.of("name", "affiliation", "note", "locale", "zone")) {
				fields.put(field, text(request.getParameter(field)));
			}
			return new Form(text(fields.get("name")), text(fields.get("affiliation")), text(fields.get("note")),
					text(fields.get("locale")).replace('_', '-'), text(fields.get("zone")));
		}

		boolean isIn(Locale language) {
			return this.locale.startsWith(language.getLanguage());
		}

		private static String text(@Nullable String value) {
			return (value != null) ? value : "";
		}

	}

}
