package org.salon.registration.series;

/**
 * Salons that come again.
 *
 * @param name as the salons themselves say it
 * @param ahead how many of the next ones there shall always be, drafts or announced; none
 * to let it rest
 * @param model the number of the salon that drafts are made like
 */
public record Series(String name, Rhythm rhythm, int ahead, int model) {

	/** More would be forgotten before they come. */
	public static final int MOST_AHEAD = 8;

	/** Beyond a quarter nobody speaks of a rhythm. */
	public static final int MOST_WEEKS = 12;

}
