package org.salon.registration.guard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds slips of the finger in the names of mail providers that many people use. */
final class MailDomains {

	private static final List<String> POPULAR = List.of("gmail.com", "qq.com", "163.com", "126.com", "outlook.com",
			"hotmail.com", "icloud.com", "foxmail.com", "yahoo.com", "sina.com", "sohu.com", "yeah.net", "live.com",
			"proton.me", "protonmail.com", "aliyun.com");

	/** Real providers that are one letter away from a popular one. */
	private static final Set<String> REAL = Set.of("mail.com", "ymail.com", "email.com", "fmail.com", "gmail.co",
			"263.com", "139.com", "188.com", "sina.cn", "sina.com.cn", "yahoo.co", "yahoo.cn", "hotmail.co", "live.co",
			"live.cn", "aliyun.cn", "163.net", "126.net", "qq.co", "me.com", "mac.com", "sohu.net");

	/** In names as short as qq and 163 one letter more is another name. */
	private static final int SHORT = 3;

	private MailDomains() {
	}

	/** The address that was probably meant; none if the domain may well be right. */
	static Optional<String> suggestion(String address) {
		String typed = address.strip();
		int at = typed.lastIndexOf('@');
		if (at < 1 || typed.length() > 254) {
			return Optional.empty();
		}
		String domain = typed.substring(at + 1).toLowerCase(Locale.ROOT);
		if (POPULAR.contains(domain) || REAL.contains(domain)) {
			return Optional.empty();
		}
		return POPULAR.stream()
			.filter((popular) -> isSlip(domain, popular))
			.findFirst()
			.map((popular) -> typed.substring(0, at + 1) + popular);
	}

	private static boolean isSlip(String domain, String popular) {
		String name = popular.substring(0, popular.indexOf('.'));
		boolean sameName = domain.startsWith(name + ".") || domain.startsWith(name + ",");
		return (name.length() > SHORT || sameName) && isOneEditAway(domain, popular);
	}

	/** One letter more, less, or other, or two neighbours in the wrong order. */
	static boolean isOneEditAway(String one, String other) {
		if (Math.abs(one.length() - other.length()) > 1 || one.equals(other)) {
			return false;
		}
		int start = 0;
		while (start < Math.min(one.length(), other.length()) && one.charAt(start) == other.charAt(start)) {
			start++;
		}
		String restOfOne = one.substring(start);
		String restOfOther = other.substring(start);
		if (restOfOne.length() != restOfOther.length()) {
			boolean longer = restOfOne.length() > restOfOther.length();
			return longer ? restOfOne.substring(1).equals(restOfOther) : restOfOther.substring(1).equals(restOfOne);
		}
		boolean swapped = restOfOne.length() > 1 && restOfOne.charAt(0) == restOfOther.charAt(1)
				&& restOfOne.charAt(1) == restOfOther.charAt(0)
				&& restOfOne.substring(2).equals(restOfOther.substring(2));
		return swapped || restOfOne.substring(1).equals(restOfOther.substring(1));
	}

}
