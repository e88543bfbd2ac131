package org.salon.invitation;

import org.jspecify.annotations.Nullable;

/** Who gives the talk, and from where. */
public record Speaker(String name, @Nullable String affiliation) {
}
