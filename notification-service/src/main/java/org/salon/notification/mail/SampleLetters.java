package org.salon.notification.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.salon.events.member.Preferences;
import org.salon.events.salon.Link;
import org.salon.events.salon.LinkKind;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonState;
import org.salon.events.salon.SalonStatus;
import org.salon.events.salon.Speaker;
import org.salon.notification.member.Member;
import org.salon.notification.plan.CalendarMethod;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.registration.Registration;
import org.salon.notification.registration.Standing;
import org.salon.notification.salon.Salon;

/**
 * A mail of each occasion about a salon that there is not, for an operator to look at.
 */
final class SampleLetters {

	private static final UUID NOBODY = new UUID(0, 0);

	private static final Duration LENGTH = Duration.ofHours(2);

	private static final Set<String> PAST = Set.of(Occasions.CAME, Occasions.MISSED,
			Occasions.of(DeliveryKind.FEEDBACK_REQUEST), Occasions.of(DeliveryKind.FOLLOW_UP));

	private final Clock clock;

	SampleLetters(Clock clock) {
		this.clock = clock;
	}

	Letter of(String occasion, Locale language, String address) {
		boolean past = PAST.contains(occasion);
		DeliveryKind kind = kind(occasion);
		Instant now = this.clock.instant();
		Instant start = now.plus(past ? -26 : 25, ChronoUnit.HOURS).truncatedTo(ChronoUnit.HOURS);
		Salon salon = Salon.after(null, new SalonAnnounced(state(language, start)), 1, now);
		Registration place = place(occasion, kind, now);
		boolean aboutPlace = kind != DeliveryKind.ANNOUNCEMENT && kind != DeliveryKind.SUBSCRIPTION_CHECK;
		Member member = member(language, address);
		return new Letter(UUID.randomUUID(), kind, (kind != DeliveryKind.SUBSCRIPTION_CHECK) ? salon : null,
				aboutPlace ? place : null, member, CalendarMethod.NONE, now);
	}

	/** What an organiser writes to someone of a salon that there is. */
	Letter message(Salon salon, Standing standing, Locale language, String address) {
		Instant now = this.clock.instant();
		Registration place = new Registration(NOBODY, NOBODY, salon.number(), 1, standing, now, 1, true,
				(standing == Standing.WAITLISTED) ? 3 : null, null, 1, 0, 0, null, false, null, false);
		return new Letter(UUID.randomUUID(), DeliveryKind.MESSAGE, salon, place, member(language, address),
				CalendarMethod.NONE, now);
	}

	private static Member member(Locale language, String address) {
		return new Member(NOBODY, "Lin Yi", address, language.toLanguageTag(), Preferences.OF_AN_ATTENDEE, 0, null,
				null, null, null, 1);
	}

	private static DeliveryKind kind(String occasion) {
		return switch (occasion) {
			case Occasions.CAME, Occasions.MISSED -> DeliveryKind.REPLAY;
			case Occasions.LAPSED -> DeliveryKind.WITHDRAWN;
			default -> DeliveryKind.valueOf(occasion.toUpperCase(Locale.ROOT));
		};
	}

	private static Registration place(String occasion, DeliveryKind kind, Instant now) {
		Standing standing = switch (kind) {
			case WAITLISTED -> Standing.WAITLISTED;
			case ADDRESS_CHECK, SEAT_OFFERED -> Standing.PENDING;
			case WITHDRAWN -> Standing.CANCELLED;
			default -> Standing.REGISTERED;
		};
		return new Registration(NOBODY, NOBODY, 1, 1, standing, now, 1, true,
				(standing == Standing.WAITLISTED) ? 3 : null, null, 1, 0, 0, now.plus(1, ChronoUnit.DAYS),
				occasion.equals(Occasions.LAPSED) || kind == DeliveryKind.SEAT_OFFERED,
				(occasion.equals(Occasions.CAME) || kind == DeliveryKind.FEEDBACK_REQUEST) ? now : null, false);
	}

	private static SalonState state(Locale language, Instant start) {
		boolean chinese = language.getLanguage().equals(Locale.CHINESE.getLanguage());
		ZoneId zone = ZoneId.of("Asia/Shanghai");
		return new SalonState(1, chinese ? "怎样读论文" : "How to read a paper", chinese ? "示例俱乐部" : "A sample club",
				chinese ? "线上" : "online", start.atZone(zone).toLocalDate(), start, start.plus(LENGTH), zone,
				SalonStatus.ANNOUNCED, List.of(new Speaker("Ada Example", "University of Example")), List.of(),
				List.of(), null, chinese ? "示例群：77" : "Sample group: 77", List.of("https://meeting.example.org/1"),
				false, null, null, List.of(),
				List.of(new Link(chinese ? "录像" : "Replay", "https://video.example.org/1", LinkKind.REPLAY)), List.of(),
				0, null, null, null, null);
	}

}
