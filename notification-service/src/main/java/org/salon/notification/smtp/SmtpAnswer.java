package org.salon.notification.smtp;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came of handing over one message.
 *
 * @param text the server's words without addresses, for an operator
 */
public record SmtpAnswer(Verdict verdict, String text) {

	/** The recipient's own server says that there is no such address. */
	private static final Set<String> NO_SUCH_ADDRESS = Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.10");

	/**
	 * The server speaks of us and not of the message: of our login, or of its own rest.
	 */
	private static final Set<Integer> NOT_NOW = Set.of(421, 454, 530, 534, 535, 538);

	private static final Pattern ENHANCED = Pattern.compile("^\\d{3}[ -](\\d\\.\\d{1,3}\\.\\d{1,3})\\b");

	private static final Pattern ADDRESS = Pattern.compile("[^\\s<>:;,]+@[^\\s<>:;,]+");

	private static final int LONGEST = 200;

	/** What is to become of the message. */
	public enum Verdict {

		/** The server has it. */
		ACCEPTED,
		/** The server does not take it now. */
		REFUSED_FOR_NOW,
		/** The server will never take it. */
		REFUSED,
		/** As before, for there is no such address. */
		NO_SUCH_ADDRESS,
		/** The server takes no mail from us at present; the message is as it was. */
		CLOSED,
		/** The connection broke before anything was handed over. */
		LOST_BEFORE,
		/** The connection broke amid the message; the server cannot have all of it. */
		LOST_AMID,
		/** The server had all of it, and whether it has taken it nobody knows. */
		UNKNOWN

	}

	static SmtpAnswer accepted() {
		return new SmtpAnswer(Verdict.ACCEPTED, "");
	}

	static SmtpAnswer of(Verdict verdict, String text) {
		return new SmtpAnswer(verdict, masked(text));
	}

	/** What an answer other than 2xx means. */
	static SmtpAnswer refusal(int code, String reply) {
		Matcher enhanced = ENHANCED.matcher(reply);
		Verdict verdict;
		if (NOT_NOW.contains(code)) {
			verdict = Verdict.CLOSED;
		}
		else if (code < 500) {
			verdict = Verdict.REFUSED_FOR_NOW;
		}
		else if (enhanced.find() && saysNoSuchAddress(enhanced.group(1))) {
			verdict = Verdict.NO_SUCH_ADDRESS;
		}
		else {
			verdict = Verdict.REFUSED;
		}
		return of(verdict, reply);
	}

	/** Whether an enhanced status code says that there is no such address. */
	public static boolean saysNoSuchAddress(String enhanced) {
		return NO_SUCH_ADDRESS.contains(enhanced);
	}

	/** A server's words on one line, short, and without addresses. */
	public static String masked(String reply) {
		String line = ADDRESS.matcher(reply.strip().replaceAll("\\s+", " ")).replaceAll("…");
		return (line.length() > LONGEST) ? line.substring(0, LONGEST) : line;
	}

}
