package org.salon.registration.share;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an invitation shows besides the salon itself.
 *
 * @param page its public address
 * @param description one paragraph of plain text for previews
 * @param eventData {@code schema.org/Event} in JSON-LD; none of a salon without a time
 * @param google where Google's calendar takes the salon, as {@code outlook}
 * @param webcal all coming salons, for programs that subscribe
 */
public record Sharing(String page, String poster, String description, @Nullable String eventData,
		@Nullable String google, @Nullable String outlook, String webcal, List<Paper> papers,
		@Nullable Neighbour earlier, @Nullable Neighbour later) {

	/** A salon before or after this one. */
	public record Neighbour(int number, String title) {
	}

}
