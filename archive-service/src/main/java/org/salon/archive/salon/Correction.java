package org.salon.archive.salon;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * That something said of a salon was mended.
 *
 * @param fields what was mended, as the events call it
 * @param reason why, if one was given
 */
public record Correction(Instant at, List<String> fields, @Nullable String reason) {

	public Correction {
		fields = List.copyOf(fields);
	}

}
