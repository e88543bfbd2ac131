package org.salon.notification.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.salon.events.salon.Speaker;
import org.salon.notification.mail.LetterView.Action;
import org.salon.notification.mail.LetterView.Fact;
import org.salon.notification.mail.LetterView.Group;
import org.salon.notification.plan.CalendarMethod;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.salon.Salon;
import org.salon.notification.salon.SalonLink;

import org.springframework.stereotype.Component;

/** Decides what a mail says. */
@Component
class LetterWriter {

	private static final int SUMMARY_LENGTH = 200;

	private final Wording wording;

	private final Links links;

	private final MarkdownText markdown = new MarkdownText();

	LetterWriter(Wording wording, Links links) {
		this.wording = wording;
		this.links = links;
	}

	LetterView write(Letter letter) {
		Locale locale = this.wording.language(letter.member().locale());
		Salon salon = letter.salon();
		DeliveryKind kind = letter.kind();
		SalonTime time = new SalonTime(this.wording, locale);
		String number = Integer.toString(salon.number());
		String title = PlainText.line(salon.title());
		String soon = (kind == DeliveryKind.REMINDER) ? time.soon(salon, letter.writtenAt()) : null;
		String subject = say(locale, key(kind, "subject"), number, title, (soon != null) ? soon : "");
		boolean takesPart = takesPart(kind);
		return new LetterView(locale, subject, say(locale, "preheader", time.span(salon), title),
				say(locale, key(kind, "heading")), greeting(letter, locale), lead(letter, locale), soon,
				facts(letter, locale, time, title), takesPart ? summary(letter) : null,
				takesPart ? joining(salon) : List.of(), takesPart ? buttons(salon, locale) : List.of(),
				(kind == DeliveryKind.REPLAY) ? groups(salon, locale) : List.of(), actions(letter, locale),
				say(locale, key(kind, "why"), number), footer(letter, locale));
	}

	private String greeting(Letter letter, Locale locale) {
		return PlainText.name(letter.member().name())
			.map((name) -> say(locale, "greeting.name", name))
			.orElseGet(() -> say(locale, "greeting"));
	}

	private List<String> lead(Letter letter, Locale locale) {
		List<String> lead = new ArrayList<>();
		String number = Integer.toString(letter.salon().number());
		lead.add(say(locale, key(letter.kind(), "lead"), number));
		Integer place = letter.registration().placeInLine();
		if (letter.kind() == DeliveryKind.WAITLISTED && place != null) {
			lead.add(say(locale, "waitlisted.place", Integer.toString(place)));
		}
		if (letter.calendar() == CalendarMethod.REQUEST) {
			lead.add(say(locale, "calendar.request"));
		}
		else if (letter.calendar() == CalendarMethod.CANCEL) {
			lead.add(say(locale, "calendar.cancel"));
		}
		return lead;
	}

	private List<Fact> facts(Letter letter, Locale locale, SalonTime time, String title) {
		Salon salon = letter.salon();
		List<Fact> facts = new ArrayList<>();
		facts.add(new Fact(say(locale, "fact.theme"), List.of(title)));
		facts.add(new Fact(say(locale, "fact.time"), List.of(time.span(salon), time.zone(salon))));
		fact(facts, say(locale, "fact.host"), salon.host());
		List<String> speakers = salon.speakers().stream().map((speaker) -> speaker(speaker, locale)).toList();
		if (!speakers.isEmpty()) {
			facts.add(new Fact(say(locale, "fact.speakers"), speakers));
		}
		List<String> papers = salon.papers().stream().map(PlainText::line).toList();
		if (!papers.isEmpty() && letter.kind() != DeliveryKind.REMINDER) {
			facts.add(new Fact(say(locale, "fact.papers"), papers));
		}
		fact(facts, say(locale, "fact.format"), salon.facts().format());
		return facts;
	}

	private static void fact(List<Fact> facts, String label, @Nullable String value) {
		String line = PlainText.line(value);
		if (!line.isEmpty()) {
			facts.add(new Fact(label, List.of(line)));
		}
	}

	private String speaker(Speaker speaker, Locale locale) {
		String affiliation = PlainText.line(speaker.affiliation());
		String name = PlainText.line(speaker.name());
		return affiliation.isEmpty() ? name : say(locale, "speaker", name, affiliation);
	}

	private @Nullable String summary(Letter letter) {
		String introduction = letter.salon().introduction();
		if (introduction == null || letter.kind() == DeliveryKind.REMINDER) {
			return null;
		}
		String text = this.markdown.text(introduction);
		return text.isEmpty() ? null : PlainText.beginning(text, SUMMARY_LENGTH);
	}

	private List<String> joining(Salon salon) {
		String text = salon.facts().joinText();
		return (text == null) ? List.of()
				: Arrays.stream(text.split("\\R")).map(PlainText::line).filter((line) -> !line.isEmpty()).toList();
	}

	private List<Action> buttons(Salon salon, Locale locale) {
		return salon.facts()
			.joinLinks()
			.stream()
			.flatMap((link) -> PlainText.link(link).stream())
			.map((url) -> new Action(say(locale, PlainText.picture(url) ? "join.picture" : "join.link"), url))
			.toList();
	}

	private List<Group> groups(Salon salon, Locale locale) {
		List<Group> groups = new ArrayList<>();
		for (SalonLink.Kind kind : SalonLink.Kind.values()) {
			List<Action> ofKind = salon.links()
				.stream()
				.filter((link) -> link.kind() == kind)
				.flatMap((link) -> PlainText.link(link.url()).map((url) -> new Action(label(link, url), url)).stream())
				.toList();
			if (!ofKind.isEmpty()) {
				groups.add(new Group(say(locale, "links." + kind.name().toLowerCase(Locale.ROOT)), ofKind));
			}
		}
		return groups;
	}

	private static String label(SalonLink link, String url) {
		String label = PlainText.line(link.label());
		return label.isEmpty() ? url : label;
	}

	private List<Action> actions(Letter letter, Locale locale) {
		Salon salon = letter.salon();
		String manage = this.links.registration(salon, letter.registration());
		return switch (letter.kind()) {
			case CONFIRMATION, WAITLISTED, PROMOTED, RESCHEDULED, CHANGED, REMINDER ->
				List.of(new Action(say(locale, "action.manage"), manage));
			case WITHDRAWN -> List.of(new Action(say(locale, "action.again"), this.links.salon(salon)));
			case REPLAY -> List.of(new Action(say(locale, "action.archive"), this.links.archive(salon)));
			case CANCELLED -> List.of();
		};
	}

	private List<Action> footer(Letter letter, Locale locale) {
		return List.of(
				new Action(say(locale, "footer.preferences"), this.links.preferences(letter.salon(), letter.member())),
				new Action(say(locale, "footer.unsubscribe"), this.links.unsubscribe(letter.salon(), letter.member())));
	}

	private static boolean takesPart(DeliveryKind kind) {
		return switch (kind) {
			case CONFIRMATION, PROMOTED, RESCHEDULED, CHANGED, REMINDER -> true;
			case WAITLISTED, WITHDRAWN, CANCELLED, REPLAY -> false;
		};
	}

	private String say(Locale locale, String key, Object... arguments) {
		return this.wording.say(locale, key, arguments);
	}

	private static String key(DeliveryKind kind, String part) {
		return kind.name().toLowerCase(Locale.ROOT) + "." + part;
	}

}
