package org.salon.registration.salon;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One change of a salon that others know of.
 *
 * @param version of the salon after it
 * @param reason as given, for everyone to read
 */
public record HistoryEntry(long version, Instant at, Kind kind, Author by, @Nullable String reason,
		List<FieldChange> changes) {

	static HistoryEntry renumbered(Salon salon, int from, @Nullable String reason, Instant at) {
		JsonNodeFactory nodes = JsonNodeFactory.instance;
		return new HistoryEntry(salon.version(), at, Kind.RENUMBERED, Author.OPERATOR, reason,
				List.of(new FieldChange("number", nodes.numberNode(from), nodes.numberNode(salon.number()))));
	}

	/** What happened. */
	public enum Kind {

		ANNOUNCED, CHANGED, RESCHEDULED, CANCELLED, REPLAY_PUBLISHED, IMPORTED, CORRECTED, RENUMBERED

	}

	/** Who did it. */
	public enum Author {

		OPERATOR, IMPORT,
		/** What was planned for that time. */
		SCHEDULE,
		/** Who gave the salon, where they were asked. */
		SPEAKER

	}

}
