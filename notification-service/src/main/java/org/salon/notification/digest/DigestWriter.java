package org.salon.notification.digest;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.salon.notification.digest.Digest.Count;
import org.salon.notification.digest.Digest.OfSalon;
import org.salon.notification.digest.DigestView.Section;
import org.salon.notification.digest.DigestView.Tile;
import org.salon.notification.mail.LinkProperties;
import org.salon.notification.mail.PlainText;
import org.salon.notification.mail.SalonTime;
import org.salon.notification.mail.Wording;
import org.salon.notification.registration.Standing;
import org.salon.notification.salon.Salon;

import org.springframework.stereotype.Component;

/** Puts a digest into words, in the club's language. */
@Component
class DigestWriter {

	private static final int LONGEST_TITLE = 200;

	private final Wording wording;

	private final Locale locale;

	private final ZoneId zone;

	private final String console;

	DigestWriter(Wording wording, LinkProperties links, DigestProperties properties) {
		this.wording = wording;
		this.locale = wording.language(links.defaultLocale().toLanguageTag());
		this.zone = properties.zone();
		this.console = links.baseUrl().toString().replaceAll("/$", "") + "/operator/salons/";
	}

	DigestView write(Digest digest) {
		String day = at("digest.day", digest.dueAt(), this.zone);
		boolean quiet = digest.arrived() + digest.left() == 0;
		String since = moment(digest.since(), this.zone);
		String subject = quiet ? say("digest.subject.quiet", day)
				: say("digest.subject", day, digest.arrived(), digest.left());
		String lead = quiet ? say("digest.lead.quiet", since)
				: say("digest.lead", since, digest.arrived(), digest.left());
		List<Section> salons = digest.salons().stream().map((salon) -> section(salon, digest.now())).toList();
		return new DigestView(this.locale, subject, lead, say("digest.heading"), lead, salons, say("digest.why"));
	}

	private Section section(OfSalon told, Instant now) {
		Salon salon = told.salon();
		SalonTime time = new SalonTime(this.wording, this.locale);
		String title = PlainText.beginning(PlainText.line(salon.title()), LONGEST_TITLE);
		DigestNames names = new DigestNames(this.wording, this.locale);
		List<String> troubles = told.troubles().stream().map(names::trouble).toList();
		List<String> reminders = told.reminders()
			.stream()
			.map((reminder) -> say("digest.reminder", moment(reminder.dueAt(), salon.zone()), reminder.people()))
			.toList();
		return new Section(say("digest.salon", salon.number(), title), List.of(time.span(salon), time.zone(salon)),
				standing(told, time, now), salon.cancelled(), tiles(told, now), names.of(told, now),
				troubles.isEmpty() ? List.of(say("digest.mails.well")) : troubles, troubles.isEmpty(), reminders,
				new DigestView.Link(say("digest.console"), this.console + salon.number()));
	}

	private String standing(OfSalon told, SalonTime time, Instant now) {
		if (told.salon().cancelled()) {
			return say("digest.off");
		}
		if (told.held(now)) {
			return say("digest.held");
		}
		return told.salon().startsAt().isAfter(now) ? say("soon.in", time.soon(told.salon(), now))
				: say("digest.running");
	}

	private List<Tile> tiles(OfSalon told, Instant now) {
		List<Tile> tiles = new ArrayList<>();
		Count places = told.count(Standing.REGISTERED);
		Integer seats = told.salon().capacity();
		tiles.add(tile("places",
				(seats != null) ? say("digest.places.of", places.places(), seats) : Long.toString(places.places()),
				places.fresh()));
		Count line = told.count(Standing.WAITLISTED);
		tiles.add(tile("line", Long.toString(line.places()), line.fresh()));
		Count pending = told.count(Standing.PENDING);
		if (pending.places() > 0) {
			tiles.add(tile("pending", Long.toString(pending.places()), pending.fresh()));
		}
		if (told.salon().startsAt().isBefore(now) && places.seen() > 0) {
			tiles.add(tile("seen", Long.toString(places.seen()), 0));
		}
		return tiles;
	}

	private Tile tile(String name, String value, long fresh) {
		return new Tile(say("digest.tile." + name), value, (fresh > 0) ? say("digest.fresh", fresh) : null);
	}

	private String moment(Instant moment, ZoneId where) {
		return at("time.datetime", moment, where);
	}

	private String at(String pattern, Instant moment, ZoneId where) {
		return DateTimeFormatter.ofPattern(say(pattern), this.locale).format(moment.atZone(where));
	}

	/** Numbers go as text, so that 1234 is not written 1,234. */
	private String say(String key, Object... arguments) {
		Object[] texts = Arrays.stream(arguments).map(String::valueOf).toArray();
		return this.wording.say(this.locale, key, texts);
	}

}
