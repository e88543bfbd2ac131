package org.salon.notification.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.salon.events.salon.Speaker;
import org.salon.notification.mail.LetterView.Fact;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.registration.Standing;
import org.salon.notification.salon.Salon;

/** What a mail says of its salon, in the reader's language. */
final class LetterFacts {

	private static final int SUMMARY_LENGTH = 200;

	private static final MarkdownText MARKDOWN = new MarkdownText();

	private final Letter letter;

	private final Wording wording;

	private final Locale locale;

	private final SalonTime time;

	LetterFacts(Letter letter, Wording wording, Locale locale) {
		this.letter = letter;
		this.wording = wording;
		this.locale = locale;
		this.time = new SalonTime(wording, locale);
	}

	List<Fact> facts() {
		if (this.letter.aboutSalon() == null) {
			return List.of();
		}
		Salon salon = this.letter.salon();
		List<Fact> facts = new ArrayList<>();
		facts.add(new Fact(say("fact.theme"), List.of(PlainText.line(salon.title()))));
		facts.add(new Fact(say("fact.time"), times(salon)));
		fact(facts, say("fact.host"), salon.host());
		List<String> speakers = salon.speakers().stream().map(this::speaker).toList();
		if (!speakers.isEmpty()) {
			facts.add(new Fact(say("fact.speakers"), speakers));
		}
		List<String> papers = salon.papers().stream().map(PlainText::line).toList();
		if (!papers.isEmpty() && this.letter.kind() != DeliveryKind.REMINDER) {
			facts.add(new Fact(say("fact.papers"), papers));
		}
		fact(facts, say("fact.format"), salon.facts().format());
		return facts;
	}

	private List<String> times(Salon salon) {
		List<String> times = new ArrayList<>(List.of(this.time.span(salon), this.time.zone(salon)));
		this.time.own(salon, this.letter.member().zone()).ifPresent(times::add);
		return times;
	}

	private static void fact(List<Fact> facts, String label, @Nullable String value) {
		String line = PlainText.line(value);
		if (!line.isEmpty()) {
			facts.add(new Fact(label, List.of(line)));
		}
	}

	private String speaker(Speaker speaker) {
		String affiliation = PlainText.line(speaker.affiliation());
		String name = PlainText.line(speaker.name());
		return affiliation.isEmpty() ? name : say("speaker", name, affiliation);
	}

	/** The beginning of the introduction, where it helps. */
	@Nullable String summary() {
		boolean helps = switch (this.letter.kind()) {
			case CONFIRMATION, PROMOTED, SEAT_OFFERED, RESCHEDULED, CHANGED, ANNOUNCEMENT -> true;
			case WAITLISTED, WITHDRAWN, ADDRESS_CHECK, SUBSCRIPTION_CHECK, CANCELLED, REMINDER, REPLAY,
					FEEDBACK_REQUEST, FOLLOW_UP, MESSAGE, ORGANISER_DIGEST ->
				false;
		};
		String introduction = helps ? this.letter.salon().introduction() : null;
		String text = (introduction != null) ? MARKDOWN.text(introduction) : "";
		return text.isEmpty() ? null : PlainText.beginning(text, SUMMARY_LENGTH);
	}

	/** What those who have a place do to take part, in the club's words. */
	List<String> joining() {
		String text = takesPart() ? this.letter.salon().facts().joinText() : null;
		return (text == null) ? List.of()
				: Arrays.stream(text.split("\\R")).map(PlainText::line).filter((line) -> !line.isEmpty()).toList();
	}

	/** Whether the mail is to someone who has a place, and says how to use it. */
	boolean takesPart() {
		return switch (this.letter.kind()) {
			case CONFIRMATION, PROMOTED, RESCHEDULED, CHANGED, REMINDER ->
				this.letter.registration().standing() == Standing.REGISTERED;
			case WAITLISTED, WITHDRAWN, ADDRESS_CHECK, SEAT_OFFERED, SUBSCRIPTION_CHECK, CANCELLED, REPLAY,
					ANNOUNCEMENT, FEEDBACK_REQUEST, FOLLOW_UP, MESSAGE, ORGANISER_DIGEST ->
				false;
		};
	}

	private String say(String key, Object... arguments) {
		return this.wording.say(this.locale, key, arguments);
	}

}
