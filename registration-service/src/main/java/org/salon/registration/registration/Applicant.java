package org.salon.registration.registration;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.salon.registration.input.Checks;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.member.EmailAddress;
import org.salon.registration.member.InvalidEmailAddress;
import org.salon.registration.member.PersonName;

/**
 * Someone who signs up, checked.
 *
 * @param locale language of pages and mails, a BCP 47 tag
 */
record Applicant(String name, EmailAddress email, Remarks remarks, String locale) {

	private static final int AFFILIATION = 200;

	private static final int NOTE = 1_000;

	/**
	 * Reads what was filled in.
	 * @param questions what the salon asks
	 * @param ownAddress from which our mails come
	 * @throws InvalidFields with all that is wrong
	 */
	static Applicant read(Typed typed, Questionnaire questions, Checks checks, Locale locale,
			@Nullable String ownAddress) {
		String name = PersonName.read(checks, typed.name());
		EmailAddress email = email(checks, typed.email(), ownAddress);
		String affiliation = checks.optionalLine("affiliation", typed.affiliation(), AFFILIATION);
		String note = checks.optionalText("note", typed.note(), NOTE);
		Map<String, List<String>> answers = questions.read(typed.answers(), checks);
		checks.done();
		if (email == null) {
			throw new InvalidFields("email", "field.required");
		}
		return new Applicant(name, email, new Remarks(affiliation, note, answers), locale.toLanguageTag());
	}

	private static @Nullable EmailAddress email(Checks checks, @Nullable String typed, @Nullable String ownAddress) {
		// As a line first, for controls and length; but not its tidied form.
		String line = checks.line("email", typed, 1_000);
		if (typed == null || !checks.accepts("email") || line.isEmpty()) {
			return null;
		}
		try {
			EmailAddress email = EmailAddress.of(typed);
			if (ownAddress != null && email.key().equalsIgnoreCase(ownAddress.strip())) {
				checks.reject("email", "email.ours");
			}
			return email;
		}
		catch (InvalidEmailAddress ex) {
			checks.reject("email", ex.code());
			return null;
		}
	}

	/** What was filled in, as it came. */
	record Typed(@Nullable String name, @Nullable String email, @Nullable String affiliation, @Nullable String note,
			Map<String, List<String>> answers) {
	}

}
