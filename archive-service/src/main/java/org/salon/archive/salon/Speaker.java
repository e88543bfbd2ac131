package org.salon.archive.salon;

import org.jspecify.annotations.Nullable;

/** Who spoke, and from where. */
public record Speaker(String name, @Nullable String affiliation) {
}
