package org.salon.events.salon;

import java.util.Objects;

/** A labelled link. The address is http or https; the label may be empty. */
public record Link(String label, String url, LinkKind kind) {

	public Link {
		Objects.requireNonNull(label, "label");
		Objects.requireNonNull(url, "url");
		Objects.requireNonNull(kind, "kind");
	}

}
