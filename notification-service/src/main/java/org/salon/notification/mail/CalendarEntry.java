package org.salon.notification.mail;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.mail.internet.InternetAddress;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.salon.notification.plan.CalendarMethod;
import org.salon.notification.salon.Salon;

/**
 * The entry for the person's calendar. Its UID is that of the place, whatever happens to
 * it; its SEQUENCE rises with each change of the salon's time and of the person's mind.
 */
final class CalendarEntry {

	private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

	private final Letter letter;

	private final InternetAddress organizer;

	private final String url;

	private final String description;

	/**
	 * The entry of that mail.
	 * @param url the person's own link to the salon: the way there, whatever the
	 * meeting's address is by then
	 */
	CalendarEntry(Letter letter, InternetAddress organizer, String url, String description) {
		this.letter = letter;
		this.organizer = organizer;
		this.url = url;
		this.description = description;
	}

	/** Lines that are not folded, with their ends. */
	String text() {
		Salon salon = this.letter.salon();
		Calendar calendar = new Calendar();
		calendar.add(new ProdId("-//Salon//Notification 1//EN"));
		calendar.add(ImmutableVersion.VERSION_2_0);
		calendar.add(ImmutableCalScale.GREGORIAN);
		calendar.add(cancels() ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
		calendar.add(new CalendarZone(salon.zone()).around(salon.startsAt(), salon.endsAt()));
		calendar.add(event(salon));
		return calendar.toString();
	}

	private VEvent event(Salon salon) {
		VEvent event = new VEvent(false);
		event.add(new Uid(uid()));
		event.add(new DtStamp(this.letter.writtenAt().truncatedTo(ChronoUnit.SECONDS)));
		event.add(start(salon));
		event.add(end(salon));
		event.add(new Summary(PlainText.line(salon.title())));
		event.add(new Location(this.url));
		event.add(new Url(URI.create(this.url)));
		event.add(new Description(this.description));
		event.add(new Organizer(parameters(name()), mailto(this.organizer.getAddress())));
		event.add(attendee());
		event.add(new Sequence(salon.calendarRevision() + this.letter.registration().calendarRevision()));
		event.add(cancels() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
		event.add(ImmutableTransp.OPAQUE);
		return event;
	}

	// The library would look the zone up among all that there are, twice for each mail:
	// half of what an entry costs.

	private static DtStart<LocalDateTime> start(Salon salon) {
		LocalDateTime start = local(salon.startsAt(), salon.zone());
		return new DtStart<>(zone(salon.zone()), start) {

			@Override
			public String getValue() {
				return LOCAL.format(start);
			}

		};
	}

	private static DtEnd<LocalDateTime> end(Salon salon) {
		LocalDateTime end = local(salon.endsAt(), salon.zone());
		return new DtEnd<>(zone(salon.zone()), end) {

			@Override
			public String getValue() {
				return LOCAL.format(end);
			}

		};
	}

	private Attendee attendee() {
		List<Parameter> parameters = new ArrayList<>();
		PlainText.name(this.letter.member().name()).map(Cn::new).ifPresent(parameters::add);
		parameters.add(CuType.INDIVIDUAL);
		parameters.add(Role.REQ_PARTICIPANT);
		parameters.add(PartStat.ACCEPTED);
		parameters.add(Rsvp.FALSE);
		return new Attendee(new ParameterList(parameters), mailto(this.letter.member().email()));
	}

	private String uid() {
		String address = this.organizer.getAddress();
		return "salon-" + this.letter.salon().number() + "-" + this.letter.member().id()
				+ address.substring(address.lastIndexOf('@'));
	}

	private List<Parameter> name() {
		String name = PlainText.line(this.organizer.getPersonal());
		return name.isEmpty() ? List.of() : List.of(new Cn(name));
	}

	private boolean cancels() {
		return this.letter.calendar() == CalendarMethod.CANCEL;
	}

	/** The address as it stands in a {@code mailto} URI (RFC 6068). */
	static String uri(String address) {
		return URLEncoder.encode(address, StandardCharsets.UTF_8).replace("%40", "@").replace("%2B", "+");
	}

	private static URI mailto(String address) {
		return URI.create("mailto:" + uri(address));
	}

	private static ParameterList zone(ZoneId zone) {
		return new ParameterList(List.of(new TzId(zone.getId())));
	}

	private static ParameterList parameters(List<Parameter> parameters) {
		return new ParameterList(parameters);
	}

	private static LocalDateTime local(Instant instant, ZoneId zone) {
		return LocalDateTime.ofInstant(instant, zone);
	}

}
