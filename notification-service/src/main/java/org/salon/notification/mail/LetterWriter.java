package org.salon.notification.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.salon.notification.mail.LetterView.Action;
import org.salon.notification.plan.CalendarMethod;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.registration.Registration;
import org.salon.notification.salon.Salon;

import org.springframework.stereotype.Component;

/** Decides what a mail says. */
@Component
class LetterWriter {

	private final Wording wording;

	private final Links links;

	LetterWriter(Wording wording, Links links) {
		this.wording = wording;
		this.links = links;
	}

	LetterView write(Letter letter) {
		Locale locale = this.wording.language(letter.member().locale());
		Salon salon = letter.aboutSalon();
		SalonTime time = new SalonTime(this.wording, locale);
		LetterFacts facts = new LetterFacts(letter, this.wording, locale);
		LetterLinks links = new LetterLinks(letter, this.links, this.wording, locale);
		String number = (salon != null) ? Integer.toString(salon.number()) : "";
		String title = (salon != null) ? PlainText.line(salon.title()) : "";
		String soon = (letter.kind() == DeliveryKind.REMINDER) ? time.soon(letter.salon(), letter.writtenAt()) : null;
		String subject = say(locale, key(letter, "subject"), number, title, (soon != null) ? soon : "");
		String preheader = (salon != null) ? say(locale, "preheader", time.span(salon), title)
				: say(locale, key(letter, "lead"));
		List<Action> buttons = facts.takesPart() ? List.of(links.join()) : List.of();
		return new LetterView(locale, subject, preheader, say(locale, key(letter, "heading")), greeting(letter, locale),
				lead(letter, links, time, locale), links.call(), soon, facts.facts(), facts.summary(), facts.joining(),
				buttons, links.groups(), links.actions(), say(locale, key(letter, "why"), number), links.footer());
	}

	private String greeting(Letter letter, Locale locale) {
		return PlainText.name(letter.member().name())
			.map((name) -> say(locale, "greeting.name", name))
			.orElseGet(() -> say(locale, "greeting"));
	}

	private List<String> lead(Letter letter, LetterLinks links, SalonTime time, Locale locale) {
		List<String> lead = new ArrayList<>();
		String number = (letter.aboutSalon() != null) ? Integer.toString(letter.salon().number()) : "";
		lead.add(say(locale, key(letter, "lead"), number));
		switch (letter.kind()) {
			case WAITLISTED -> {
				Integer place = letter.registration().placeInLine();
				if (place != null) {
					lead.add(say(locale, "waitlisted.place", Integer.toString(place)));
				}
			}
			case ADDRESS_CHECK, SEAT_OFFERED -> lead.add(say(locale, key(letter, "until"), until(letter, time)));
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
	private static String until(Letter letter, SalonTime time) {
		Instant confirmBy = letter.registration().confirmBy();
		ZoneId own = letter.member().zone();
		return time.moment((confirmBy != null) ? confirmBy : letter.salon().startsAt(),
				(own != null) ? own : letter.salon().zone());
	}

	private String say(Locale locale, String key, Object... arguments) {
		return this.wording.say(locale, key, arguments);
	}

	private static String key(Letter letter, String part) {
		return occasion(letter) + "." + part;
	}

	/** Two kinds are told in other words by what came before. */
	private static String occasion(Letter letter) {
		if (letter.thanks()) {
			return "came";
		}
		if (letter.misses()) {
			return "missed";
		}
		Registration place = letter.aboutPlace();
		if (letter.kind() == DeliveryKind.WITHDRAWN && place != null && place.offered()) {
			return "lapsed";
		}
		return letter.kind().name().toLowerCase(Locale.ROOT);
	}

}
