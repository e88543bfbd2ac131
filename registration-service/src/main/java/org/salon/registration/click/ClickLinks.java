package org.salon.registration.click;

import org.springframework.stereotype.Component;

import org.salon.events.link.CountedLink;

/** Where pages let their readers follow links. */
@Component
public class ClickLinks {

	private final ClickProperties properties;

	ClickLinks(ClickProperties properties) {
		this.properties = properties;
	}

	/** The way to a link of a salon: over the count, or straight. */
	public String to(int salonNumber, String url) {
		return this.properties.countClicks() ? CountedLink.path(salonNumber, url) : url;
	}

}
