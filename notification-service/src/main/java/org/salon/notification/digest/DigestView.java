package org.salon.notification.digest;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A digest in words, for the templates: both say the same, so both are given the same.
 * Public because the templates read only what is.
 *
 * @param preheader what a mail program shows beside the subject
 * @param why why the organiser gets this mail
 */
public record DigestView(Locale locale, String subject, String preheader, String heading, String lead,
		List<Section> salons, String why) {

	/**
	 * One salon.
	 *
	 * @param when its time and zone
	 * @param standing how soon it is, or that it is over or called off
	 * @param off whether it is called off
	 * @param mails what went wrong with its mails, or that all is well
	 * @param well whether all is
	 * @param reminders when the next ones go out
	 */
	public record Section(String title, List<String> when, String standing, boolean off, List<Tile> tiles,
			List<Names> names, List<String> mails, boolean well, List<String> reminders, Link console) {
	}

	/**
	 * A number that is seen at a glance.
	 *
	 * @param fresh how many of these are new, if any are
	 */
	public record Tile(String label, String value, @Nullable String fresh) {
	}

	/**
	 * Who is at something.
	 *
	 * @param more how many there are beyond these, if there are
	 */
	public record Names(String label, List<Name> people, @Nullable String more) {
	}

	/**
	 * One name.
	 *
	 * @param fresh the word that says that it is new, if it is
	 */
	public record Name(String text, @Nullable String fresh) {
	}

	public record Link(String label, String url) {
	}

	public String language() {
		return this.locale.toLanguageTag();
	}

}
