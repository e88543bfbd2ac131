package org.salon.registration.operator;

import org.springframework.stereotype.Component;

import org.salon.registration.SalonProperties;

/** The pages of notification-service, which the console leads to. */
@Component
public class MailPages {

	private final SalonProperties properties;

	MailPages(SalonProperties properties) {
		this.properties = properties;
	}

	/** Of all that is sent. */
	public String all() {
		return this.properties.mailPage("/operator/mail");
	}

	/** Of what was, is and will be sent because of that salon. */
	public String plan(int salon) {
		return this.properties.mailPage("/operator/mail/plans/" + salon);
	}

}
