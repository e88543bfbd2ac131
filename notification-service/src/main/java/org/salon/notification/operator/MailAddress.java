package org.salon.notification.operator;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Tells one mail address from everything else. */
public final class MailAddress {

	private static final int LONGEST = 254;

	private MailAddress() {
	}

	/** Whether it is one address, and nothing but that. */
	public static boolean is(String text) {
		if (text.length() > LONGEST || text.indexOf('@') < 1 || !text.chars().allMatch((c) -> c > 32 && c < 127)) {
			return false;
		}
		try {
			return text.equals(new InternetAddress(text, true).getAddress());
		}
		catch (AddressException ex) {
			return false;
		}
	}

}
