package org.salon.notification.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.jspecify.annotations.Nullable;
import org.salon.events.member.Preferences;
import org.salon.events.registration.AttendanceRecorded;
import org.salon.events.registration.FeedbackGiven;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.registration.RegistrationCancelled;
import org.salon.events.registration.RegistrationState;
import org.salon.events.registration.RegistrationStatus;
import org.salon.events.registration.WaitlistPromoted;
import org.salon.events.salon.SalonAnnounced;
import org.salon.notification.Fixtures;
import org.salon.notification.member.Member;
import org.salon.notification.plan.CalendarMethod;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.registration.Registration;
import org.salon.notification.salon.Salon;

/** Mails for tests, and as files for people to look at. */
final class LetterSamples {

	static final UUID MEMBER = UUID.fromString("0198f2c4-0000-7000-8000-000000000001");

	static final Instant CONFIRM_BY = Instant.parse("2026-06-06T16:00:00Z");

	private static final UUID DELIVERY = UUID.fromString("0198f2c4-0000-7000-8000-000000000002");

	private LetterSamples() {
	}

	/** A letter of that kind to someone, about that place. */
	static Letter letter(DeliveryKind kind, @Nullable Registration place, Member member, Instant writtenAt) {
		boolean aboutSalon = kind != DeliveryKind.SUBSCRIPTION_CHECK;
		Salon salon = Salon.after(null, new SalonAnnounced(Fixtures.salon(44, Fixtures.START)), 1,
				Fixtures.LONG_BEFORE);
		return new Letter(DELIVERY, kind, aboutSalon ? salon : null, place, member, CalendarMethod.NONE, writtenAt);
	}

	/** A place as it is when such a mail is written. */
	static Registration place(DeliveryKind kind) {
		return switch (kind) {
			case WAITLISTED -> after(null, new MemberRegistered(state(RegistrationStatus.WAITLISTED)));
			case ADDRESS_CHECK -> after(null, new MemberRegistered(state(RegistrationStatus.PENDING)));
			case SEAT_OFFERED -> offered();
			default -> after(null, new MemberRegistered(state(RegistrationStatus.REGISTERED)));
		};
	}

	static Registration offered() {
		return after(place(DeliveryKind.WAITLISTED), new WaitlistPromoted(state(RegistrationStatus.PENDING)));
	}

	static Registration lapsed() {
		return after(offered(), new RegistrationCancelled(state(RegistrationStatus.CANCELLED)));
	}

	static Registration came() {
		return after(place(DeliveryKind.REPLAY), new AttendanceRecorded(came(state(RegistrationStatus.REGISTERED))));
	}

	static Registration rated() {
		return after(came(), new FeedbackGiven(came(state(RegistrationStatus.REGISTERED)), 5));
	}

	static Member member(String locale, @Nullable String zone) {
		return new Member(MEMBER, "李雷", Fixtures.address(MEMBER), locale, Preferences.OF_AN_ATTENDEE, 0,
				(zone != null) ? ZoneId.of(zone) : null, null, null, null, 1);
	}

	static Letters letters() {
		return letters((occasion, language) -> Optional.empty());
	}

	/** Puts mails together in these words. */
	static Letters letters(OwnWordsSource words) {
		LinkProperties properties = links();
		Wording wording = new Wording(properties);
		Links links = new Links(properties);
		LetterForms forms = new LetterForms(new LetterTemplates(wording),
				new LetterProperties("学术沙龙 <salon@example.org>"));
		return new Letters(new LetterWriter(wording, links, words), forms, links);
	}

	/** What a mail says in these words. */
	static LetterView view(Letter letter, OwnWords words) {
		LinkProperties properties = links();
		Links links = new Links(properties);
		LetterWriter writer = new LetterWriter(new Wording(properties), links,
				(occasion, language) -> Optional.of(words));
		return writer.write(letter, links.of(letter), writer.language(letter), writer.ownWords(letter));
	}

	private static LinkProperties links() {
		return new LinkProperties(Fixtures.LINK_KEY, URI.create("https://salon.example.org/"),
				URI.create("https://salon.example.org"), Locale.SIMPLIFIED_CHINESE);
	}

	/** A mail as it goes over the wire. */
	static byte[] mime(Letters letters, Letter letter) {
		return letters.compose(letter).bytes();
	}

	static MimeMessage parse(byte[] mime) throws MessagingException {
		return new MimeMessage((Session) null, new ByteArrayInputStream(mime));
	}

	/** The text, at 0, and the HTML, at 1, of a mail without a calendar entry. */
	static String part(MimeMessage mail, int index) throws Exception {
		return ((MimeMultipart) mail.getContent()).getBodyPart(index).getContent().toString().replace("\r\n", "\n");
	}

	/** For people to look at. */
	static void keep(String name, MimeMessage mail) throws Exception {
		try {
			Path folder = Files.createDirectories(Path.of("target", "mails"));
			Files.writeString(folder.resolve(name + ".html"), part(mail, 1));
			Files.writeString(folder.resolve(name + ".txt"), mail.getSubject() + "\n\n" + part(mail, 0));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Registration after(@Nullable Registration before,
			org.salon.events.registration.RegistrationEvent event) {
		return Registration.after(before, event, (before != null) ? before.version() + 1 : 1, Fixtures.LONG_BEFORE);
	}

	private static RegistrationState state(RegistrationStatus status) {
		RegistrationState state = Fixtures.with(Fixtures.registration(44, MEMBER, status, Fixtures.LONG_BEFORE), status,
				1, 3);
		return (status == RegistrationStatus.PENDING) ? Fixtures.confirmBy(state, CONFIRM_BY) : state;
	}

	private static RegistrationState came(RegistrationState state) {
		return Fixtures.attended(state, Fixtures.START);
	}

}
