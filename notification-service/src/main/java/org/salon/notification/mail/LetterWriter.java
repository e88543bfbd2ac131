package org.salon.notification.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.salon.notification.mail.LetterView.Action;
import org.salon.notification.plan.CalendarMethod;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.salon.Salon;

import org.springframework.stereotype.Component;

/** Decides what a mail says. */
@Component
class LetterWriter {

	private final Wording wording;

	private final Links links;

	private final OwnWordsSource ownWords;

	LetterWriter(Wording wording, Links links, OwnWordsSource ownWords) {
		this.wording = wording;
		this.links = links;
		this.ownWords = ownWords;
	}

	Locale language(Letter letter) {
		return this.wording.language(letter.member().locale());
	}

	/** The operator's own words for such a letter, if there are any. */
	@Nullable OwnWords ownWords(Letter letter) {
		OwnWords words = letter.words();
		return (words != null) ? words : this.ownWords.find(Occasions.of(letter), language(letter)).orElse(null);
	}

	/** In these words, or in the built-in ones. */
	LetterView write(Letter letter, OwnLinks ownLinks, Locale locale, @Nullable OwnWords own) {
		Salon salon = letter.aboutSalon();
		SalonTime time = new SalonTime(this.wording, locale);
		LetterFacts facts = new LetterFacts(letter, this.wording, locale);
		LetterLinks links = new LetterLinks(letter, this.links, ownLinks, this.wording, locale);
		String number = (salon != null) ? Integer.toString(salon.number()) : "";
		String title = (salon != null) ? PlainText.line(salon.title()) : "";
		String soon = (letter.kind() == DeliveryKind.REMINDER) ? time.soon(letter.salon(), letter.writtenAt()) : null;
		Map<String, Object> values = (own != null) ? LetterValues.of(letter, time, soon, until(letter, time))
				: Map.of();
		String subject = (own != null) ? own.subject(values) : "";
		if (subject.isEmpty()) {
			subject = say(locale, key(letter, "subject"), number, title, (soon != null) ? soon : "");
		}
		List<String> first = (own != null) ? own.body(values) : List.of();
		if (first.isEmpty()) {
			first = List.of(say(locale, key(letter, "lead"), number));
		}
		String preheader = (salon != null) ? say(locale, "preheader", time.span(salon), title) : first.getFirst();
		List<Action> buttons = facts.takesPart() ? List.of(links.join()) : List.of();
		return new LetterView(locale, subject, preheader, say(locale, key(letter, "heading")), greeting(letter, locale),
				lead(letter, first, links, time, locale), links.call(), soon, facts.facts(), facts.summary(),
				facts.joining(), buttons, links.groups(), links.actions(), say(locale, key(letter, "why"), number),
				links.footer());
	}

	private String greeting(Letter letter, Locale locale) {
		return PlainText.name(letter.member().name())
			.map((name) -> say(locale, "greeting.name", name))
			.orElseGet(() -> say(locale, "greeting"));
	}

	private List<String> lead(Letter letter, List<String> first, LetterLinks links, SalonTime time, Locale locale) {
		List<String> lead = new ArrayList<>(first);
		switch (letter.kind()) {
			case WAITLISTED -> {
				Integer place = letter.registration().placeInLine();
				if (place != null) {
					lead.add(say(locale, "waitlisted.place", Integer.toString(place)));
				}
			}
			case ADDRESS_CHECK, SEAT_OFFERED ->
				lead.add(say(locale, key(letter, "until"), String.valueOf(until(letter, time))));
			case FOLLOW_UP -> lead.add(say(locale, "missed.unseen"));
			case REPLAY -> {
				if (links.asksForFeedback()) {
					lead.add(say(locale, "came.feedback"));
				}
				else if (letter.misses()) {
					lead.add(say(locale, "missed.unseen"));
				}
			}
			default -> {
				// The first sentence says it all.
			}
		}
		if (letter.calendar() == CalendarMethod.REQUEST) {
			lead.add(say(locale, "calendar.request"));
		}
		else if (letter.calendar() == CalendarMethod.CANCEL) {
			lead.add(say(locale, "calendar.cancel"));
		}
		return lead;
	}

	/** Until when an answer counts, by the reader's clock if we know it. */
	private static @Nullable String until(Letter letter, SalonTime time) {
		if (letter.kind() != DeliveryKind.ADDRESS_CHECK && letter.kind() != DeliveryKind.SEAT_OFFERED) {
			return null;
		}
		Instant confirmBy = letter.registration().confirmBy();
		ZoneId own = letter.member().zone();
		return time.moment((confirmBy != null) ? confirmBy : letter.salon().startsAt(),
				(own != null) ? own : letter.salon().zone());
	}

	private String say(Locale locale, String key, Object... arguments) {
		return this.wording.say(locale, key, arguments);
	}

	private static String key(Letter letter, String part) {
		return Occasions.of(letter) + "." + part;
	}

}
