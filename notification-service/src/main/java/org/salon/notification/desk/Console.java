package org.salon.notification.desk;

import org.salon.notification.mail.LinkProperties;

import org.springframework.stereotype.Component;

/** Where the console of registration-service is. */
@Component
public class Console {

	private final String base;

	Console(LinkProperties properties) {
		String base = properties.baseUrl().toString();
		this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
	}

	/** A page of it. */
	public String page(String path) {
		return this.base + path;
	}

}
