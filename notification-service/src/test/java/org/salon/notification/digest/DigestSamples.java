package org.salon.notification.digest;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonCancelled;
import org.salon.events.salon.SalonStatus;
import org.salon.notification.Fixtures;
import org.salon.notification.digest.Digest.Count;
import org.salon.notification.digest.Digest.OfSalon;
import org.salon.notification.digest.Digest.Person;
import org.salon.notification.digest.Digest.Reminder;
import org.salon.notification.digest.Digest.Trouble;
import org.salon.notification.mail.LinkProperties;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.registration.Standing;
import org.salon.notification.salon.Salon;

/** Digests for tests. */
final class DigestSamples {

	static final Instant DUE = Instant.parse("2026-06-06T12:00:00Z");

	static final DigestProperties PROPERTIES = new DigestProperties("organiser@example.org", "20:00", "Asia/Shanghai");

	private DigestSamples() {
	}

	/** An evening on which much has happened. */
	static Digest busy() {
		return digest(coming(), held(), off());
	}

	static Digest digest(OfSalon... salons) {
		return new Digest(DUE, DUE.minus(Duration.ofDays(1)), DUE.plusSeconds(1), List.of(salons));
	}

	static OfSalon coming() {
		return coming(Fixtures.START);
	}

	static OfSalon coming(Instant start) {
		Salon salon = Salon.after(null, new SalonAnnounced(Fixtures.seating(Fixtures.salon(44, start), 30)), 1,
				Fixtures.LONG_BEFORE);
		Map<Standing, Count> counts = new EnumMap<>(
				Map.of(Standing.REGISTERED, new Count(30, 2, 0), Standing.WAITLISTED, new Count(2, 1, 0),
						Standing.PENDING, new Count(1, 1, 0), Standing.CANCELLED, new Count(4, 1, 0)));
		List<Person> names = new ArrayList<>(List.of(person("韩梅梅", true), person("Ada Example", true),
				person("<b>王</b>", false), person("buy at www.example.org", false)));
		IntStream.range(0, 8).forEach((index) -> names.add(person(List.of("李雷", "Lin Yi").get(index % 2), false)));
		return new OfSalon(salon, counts,
				Map.of(Standing.REGISTERED, names, Standing.WAITLISTED,
						List.of(person("王小明", false), person("Kim Lee", true)), Standing.CANCELLED,
						List.of(person("Sam Poe", true))),
				List.of(new Trouble(DeliveryKind.CONFIRMATION, Trouble.What.BOUNCED, 1, 1,
						List.of(person("韩梅梅", false))),
						new Trouble(DeliveryKind.REMINDER, Trouble.What.LATE, 12, 12,
								Stream.of("李雷", "Lin Yi").map((name) -> person(name, false)).toList())),
				List.of(new Reminder(start.minus(Duration.ofHours(1)), 30)));
	}

	static OfSalon held() {
		Salon salon = Salon.after(null, new SalonAnnounced(Fixtures.salon(43, DUE.minus(Duration.ofHours(3)),
				"How to read a paper & live", SalonStatus.ANNOUNCED, 0)), 1, Fixtures.LONG_BEFORE);
		return new OfSalon(salon, Map.of(Standing.REGISTERED, new Count(12, 0, 9)),
				Map.of(Standing.REGISTERED, List.of(person("Kim Lee", false), person("王小明", false))), List.of(),
				List.of());
	}

	static OfSalon off() {
		Salon salon = Salon.after(null,
				new SalonCancelled(Fixtures.salon(45, DUE.plus(Duration.ofDays(9)), "图神经网络", SalonStatus.CANCELLED, 1)),
				1, Fixtures.LONG_BEFORE);
		return new OfSalon(salon, Map.of(), Map.of(), List.of(), List.of());
	}

	static Person person(String name, boolean fresh) {
		return new Person(UUID.nameUUIDFromBytes(name.getBytes()), name, fresh);
	}

	static LinkProperties links(Locale locale) {
		return new LinkProperties(Fixtures.LINK_KEY, URI.create("https://salon.example.org/"),
				URI.create("https://salon.example.org"), locale);
	}

}
