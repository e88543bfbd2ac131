package org.salon.notification.mail;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A mail in words, for the templates: both say the same, so both are given the same.
 * Public because the templates read only what is.
 *
 * @param preheader what a mail program shows beside the subject
 * @param lead what this mail is about, in one or two sentences
 * @param call what the person is asked to do, if anything is asked
 * @param soon how soon the salon is, in a reminder
 * @param facts theme, time, host, speakers and so on
 * @param joining what to do to take part, by line
 * @param buttons where to go to take part, first of all things to do
 * @param groups links to replays and material, by kind
 * @param actions links to what the person can do about the place
 * @param why why the person gets this mail
 */
public record LetterView(Locale locale, String subject, String preheader, String heading, String greeting,
		List<String> lead, @Nullable Action call, @Nullable String soon, List<Fact> facts, @Nullable String summary,
		List<String> joining, List<Action> buttons, List<Group> groups, List<Action> actions, String why,
		List<Action> footer) {

	public record Fact(String label, List<String> values) {
	}

	public record Action(String label, String url) {
	}

	public record Group(String label, List<Action> links) {
	}

	public String language() {
		return this.locale.toLanguageTag();
	}

}
