package org.salon.notification.returnpath;

import java.net.URI;
import java.util.Locale;

import org.salon.notification.Fixtures;
import org.salon.notification.mail.LinkProperties;

/** Return paths for tests. */
public final class Paths {

	private Paths() {
	}

	public static ReturnPaths none() {
		return of("");
	}

	public static ReturnPaths of(String address) {
		return of(address, Fixtures.LINK_KEY);
	}

	public static ReturnPaths of(String address, String linkKey) {
		URI url = URI.create("https://salon.example.org");
		return new ReturnPaths(new ReturnPathProperties(address),
				new LinkProperties(linkKey, url, url, Locale.ENGLISH));
	}

}
