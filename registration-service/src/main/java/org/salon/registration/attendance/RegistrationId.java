package org.salon.registration.attendance;

import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.salon.registration.input.Checks;
import org.salon.registration.input.InvalidFields;

/** The id of a registration, as the attendee list shows it. */
public final class RegistrationId {

	private static final String FIELD = "registrationId";

	// UUID.fromString takes "1-1-1-1-1" too.
	private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	private RegistrationId() {
	}

	/**
	 * The id.
	 * @throws InvalidFields if it is none, with all else that is wrong
	 */
	public static UUID read(Checks checks, @Nullable String raw) {
		if (raw == null && checks.accepts(FIELD)) {
			checks.reject(FIELD, "field.required");
		}
		if (raw != null && !FORM.matcher(raw).matches()) {
			checks.reject(FIELD, "field.registrationId");
		}
		checks.done();
		return UUID.fromString(String.valueOf(raw));
	}

}
