package org.salon.archive.salon;

import org.jspecify.annotations.Nullable;

/**
 * Which salons are wanted; all that is given narrows them down together.
 *
 * @param text what a reader typed to find them
 * @param tag one of the salon's tags, exactly
 * @param year in which it was
 * @param platform of one of its links: the platform's code, or the host where there is no
 * code
 * @param withReplay only those with a recording to watch
 * @param speaker name of one who spoke, exactly
 * @param series that it is one of, exactly
 * @param page from 0
 */
public record SalonQuery(@Nullable String text, @Nullable String tag, @Nullable Integer year, @Nullable String platform,
		boolean withReplay, @Nullable String speaker, @Nullable String series, int page, int size) {

	/** No text or name that is asked for is longer, in characters as Java counts them. */
	public static final int LONGEST_VALUE = 200;

	/** How many salons stand before the page. */
	public long offset() {
		return (long) this.page * this.size;
	}

}
