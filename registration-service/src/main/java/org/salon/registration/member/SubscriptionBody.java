package org.salon.registration.member;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A wish for announcements as programs write it.
 *
 * @param name without a link in it
 * @param locale language of mails, a BCP 47 tag; that of the request if absent
 */
record SubscriptionBody(@Schema(format = "email", maxLength = EmailAddress.LONGEST) String email,
		@Schema(maxLength = PersonName.LONGEST) @Nullable String name, @Nullable String locale) {
}
