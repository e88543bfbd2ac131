package org.salon.archive.page;

import org.jspecify.annotations.Nullable;

import org.salon.archive.salon.Link;
import org.salon.archive.salon.Platform;
import org.salon.archive.salon.WebAddress;

/**
 * A link as a page shows it.
 *
 * @param text what is to be read: the label, or the address where there is none
 * @param href absent if the address must not be a link; then the text holds it
 */
record LinkView(String text, @Nullable String href, @Nullable Platform platform) {

	static LinkView of(Link link) {
		return WebAddress.of(link.url())
			.map((address) -> new LinkView(link.label().isBlank() ? link.url() : link.label(), link.url(),
					address.platform()))
			.orElseGet(() -> new LinkView((link.label() + " " + link.url()).strip(), null, null));
	}

}
