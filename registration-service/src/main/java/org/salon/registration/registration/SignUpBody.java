package org.salon.registration.registration;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.salon.registration.member.EmailAddress;
import org.salon.registration.member.PersonName;

/**
 * A sign-up as programs write it.
 *
 * @param name without a link in it
 * @param answers to the salon's questions, by the question's id: one text for a text or a
 * choice, several for several choices, {@code yes} for a consent
 * @param locale language of pages and mails, a BCP 47 tag; that of the request if absent
 * @see Applicant which reads the fields one by one, so that all that is wrong is told at
 * once
 */
record SignUpBody(@Schema(maxLength = PersonName.LONGEST) String name,
		@Schema(format = "email", maxLength = EmailAddress.LONGEST) String email,
		@Schema(maxLength = Applicant.AFFILIATION) @Nullable String affiliation,
		@Schema(maxLength = Applicant.NOTE) @Nullable String note, @Nullable Map<String, List<String>> answers,
		@Nullable String locale) {
}
