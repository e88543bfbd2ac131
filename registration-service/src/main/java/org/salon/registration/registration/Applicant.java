package org.salon.registration.registration;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.salon.registration.input.Checks;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.member.EmailAddress;
import org.salon.registration.member.PersonName;

/**
 * Someone who signs up, checked.
 *
 * @param locale language of pages and mails, a BCP 47 tag
 * @param source which link led here, if it said so
 */
record Applicant(String name, EmailAddress email, Remarks remarks, String locale, @Nullable String source) {

	static final int AFFILIATION = 200;

	static final int NOTE = 1_000;

	/**
	 * Reads what was filled in.
	 * @param questions what the salon asks
	 * @param ownAddress from which our mails come
	 * @throws InvalidFields with all that is wrong
	 */
	static Applicant read(Typed typed, Questionnaire questions, Checks checks, Locale locale,
			@Nullable String ownAddress) {
		String name = PersonName.read(checks, typed.name());
		EmailAddress email = EmailAddress.read(checks, typed.email(), ownAddress);
		String affiliation = checks.optionalLine("affiliation", typed.affiliation(), AFFILIATION);
		String note = checks.optionalText("note", typed.note(), NOTE);
		Map<String, List<String>> answers = questions.read(typed.answers(), checks);
		checks.done();
		if (email == null) {
			throw new InvalidFields("email", "field.required");
		}
		return new Applicant(name, email, new Remarks(affiliation, note, answers), locale.toLanguageTag(), null);
	}

	/** The same, and which link led here. */
	Applicant from(@Nullable String source) {
		return new Applicant(this.name, this.email, this.remarks, this.locale, source);
	}

	/** What was filled in, as it came. */
	record Typed(@Nullable String name, @Nullable String email, @Nullable String affiliation, @Nullable String note,
			Map<String, List<String>> answers) {
	}

}
