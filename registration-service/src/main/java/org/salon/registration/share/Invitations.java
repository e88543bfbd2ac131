package org.salon.registration.share;

import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

import org.salon.events.salon.Speaker;
import org.salon.registration.SalonProperties;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.SalonDetails;
import org.salon.registration.salon.SalonPage;
import org.salon.registration.salon.Salons;
import org.salon.registration.share.Sharing.Neighbour;

/** Makes invitations good to pass on. */
@Component
public class Invitations {

	private static final int DESCRIPTION = 200;

	private final Salons salons;

	private final SalonProperties properties;

	Invitations(Salons salons, SalonProperties properties) {
		this.salons = salons;
		this.properties = properties;
	}

	public Sharing sharing(Salon salon, SalonPage shown, Locale locale) {
		SalonDetails details = salon.details();
		String page = this.properties.page("/salons/" + salon.number());
		String description = description(details, shown);
		boolean timed = details.startsAt() != null && details.endsAt() != null;
		return new Sharing(page, page + "/poster.png?v=" + salon.version(), description,
				timed ? EventData.of(salon, shown, page, description, locale.toLanguageTag()) : null,
				timed ? CalendarLinks.google(salon, page) : null, timed ? CalendarLinks.outlook(salon, page) : null,
				webcal(), details.papers().stream().map(Paper::of).toList(),
				this.salons.before(salon.number()).map(Invitations::neighbour).orElse(null),
				this.salons.after(salon.number()).map(Invitations::neighbour).orElse(null));
	}

	/** All coming salons, for programs that subscribe to calendars. */
	public String webcal() {
		return this.properties.page("/calendar.ics").replaceFirst("^https?:", "webcal:");
	}

	private static Neighbour neighbour(Salon salon) {
		return new Neighbour(salon.number(), salon.details().title());
	}

	private static String description(SalonDetails details, SalonPage shown) {
		String speakers = details.speakers().stream().map(Speaker::name).collect(Collectors.joining(", "));
		String text = speakers.isEmpty() ? shown.when() : shown.when() + " · " + speakers;
		String whole = shown.introduction().isEmpty() ? text : text + " · " + plain(shown.introduction());
		if (whole.codePointCount(0, whole.length()) <= DESCRIPTION) {
			return whole;
		}
		return whole.substring(0, whole.offsetByCodePoints(0, DESCRIPTION)) + "…";
	}

	/** The words of our own HTML. */
	private static String plain(String html) {
		return HtmlUtils.htmlUnescape(html.replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ").strip();
	}

}
