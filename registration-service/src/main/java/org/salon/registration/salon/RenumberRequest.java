package org.salon.registration.salon;

import org.jspecify.annotations.Nullable;

import org.salon.registration.input.Checks;
import org.salon.registration.input.JsonFields;

/** Another number for a past salon. */
public record RenumberRequest(int to, @Nullable String reason) {

	/**
	 * What the body asks for.
	 * @param number that the salon has
	 * @throws org.salon.registration.input.InvalidFields with all that is wrong
	 */
	public static RenumberRequest read(int number, JsonFields fields) {
		Checks checks = fields.checks();
		int to = SalonRequest.number(fields, "to");
		if (to == number) {
			checks.reject("to", "field.sameNumber");
		}
		String reason = checks.optionalLine("reason", fields.string("reason"), CorrectionRequest.LONGEST_REASON);
		checks.done();
		return new RenumberRequest(to, reason);
	}

}
