package org.salon.registration.operator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.salon.access.audit.AuditEntry;

/**
 * An entry of the audit log as the console shows it.
 *
 * @param service where it was done
 */
public record AuditLine(String service, AuditEntry entry) {

	private static final Pattern NUMBER = Pattern.compile("/(?:salons|announcements)/([0-9]{1,9})(?=/|$)");

	/**
	 * The message that says it: pages and programs do the same under addresses that
	 * differ in their beginning only.
	 */
	public String code() {
		String action = this.entry.action().replaceFirst(" /(operator/mail|operator|api)/", " ");
		return "audit.did." + action.replaceAll("[^A-Za-z0-9]+", ".").replaceAll("\\.$", "");
	}

	/** The salon's number that the message names, if there is one. */
	public String number() {
		Matcher number = NUMBER.matcher(this.entry.target());
		return number.find() ? number.group(1) : "";
	}

	/** What became of it, as a message says it. */
	public String outcome() {
		Integer status = this.entry.status();
		if (status == null) {
			return "unknown";
		}
		return switch (status) {
			case 401 -> "wrong";
			case 403 -> "refused";
			default -> (status < 400) ? "done" : ((status < 500) ? "not" : "failed");
		};
	}

}
