package org.salon.notification.operator;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * An address that an operator wants to send no mail to, checked.
 *
 * @param reason why, for other operators
 */
public record NewSuppression(String address, String reason) {

	private static final int LONGEST_REASON = 200;

	/**
	 * Reads both.
	 * @throws BadFields with all that is wrong
	 */
	public static NewSuppression read(@Nullable String address, @Nullable String reason) {
		NewSuppression read = new NewSuppression((address != null) ? address.strip() : "",
				(reason != null) ? reason.strip() : "");
		Map<String, String> problems = new TreeMap<>();
		if (!MailAddress.is(read.address())) {
			problems.put("address", "must be one mail address");
		}
		if (read.reason().isEmpty() || read.reason().length() > LONGEST_REASON
				|| read.reason().chars().anyMatch(Character::isISOControl)) {
			problems.put("reason", "from 1 to " + LONGEST_REASON + " characters");
		}
		if (!problems.isEmpty()) {
			throw new BadFields(problems);
		}
		return read;
	}

}
