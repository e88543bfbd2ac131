package org.salon.notification.mail;

import java.util.Map;

import org.salon.notification.mail.form.Form;

/**
 * A mail that was put together.
 *
 * @param form what it says to everyone
 * @param values what is the person's own in it
 * @param bytes both together, as it goes over the wire
 */
public record Mail(Form form, Map<String, String> values, byte[] bytes) {

	static Mail of(Form form, Map<String, String> values) {
		return new Mail(form, values, form.fill(values));
	}

}
