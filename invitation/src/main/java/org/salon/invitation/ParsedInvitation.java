package org.salon.invitation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All that an invitation says.
 *
 * @param salon the coming salon; null only for a text that names none at all and brings a
 * table of past ones, such as the exported archive
 * @param archived the past salons in the order of their rows, each number once
 * @param warnings what was inferred, left out or looks wrong, in the order of the lines
 */
public record ParsedInvitation(@Nullable ComingSalon salon, List<ArchivedSalon> archived, List<Warning> warnings) {

	public ParsedInvitation {
		archived = List.copyOf(archived);
		warnings = List.copyOf(warnings);
	}

}
