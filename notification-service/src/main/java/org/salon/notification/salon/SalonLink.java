package org.salon.notification.salon;

/** A link to a replay or to material; the label may be empty. */
public record SalonLink(String label, String url, Kind kind) {

	/** What a link leads to, in the order in which a mail lists them. */
	public enum Kind {

		REPLAY, SLIDES, PAPER, COURSE, CODE, MATERIAL, OTHER

	}

}
