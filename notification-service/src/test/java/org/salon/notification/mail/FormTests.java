package org.salon.notification.mail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.mail.Header;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMultipart;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.salon.events.member.Preferences;
import org.salon.events.salon.SalonAnnounced;
import org.salon.notification.Fixtures;
import org.salon.notification.mail.form.Form;
import org.salon.notification.member.Member;
import org.salon.notification.plan.CalendarMethod;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.registration.Registration;
import org.salon.notification.salon.Salon;

import static org.assertj.core.api.Assertions.assertThat;

class FormTests {

	private static final Instant NOW = Instant.parse("2026-06-06T11:30:00Z");

	private static final List<String> NAMES = List.of("李雷", "Lin Yi", "O'Neil & \"Sons\"; Co, Ltd", "José Ångström",
			"x\\y", "buy at www.example.com", "", "a <b>bold</b> one", "\uD83D\uDE00 smiles", "名".repeat(60),
			"Anne-Marie Müller-Lüdenscheidt", "50% = half; ^caret", "\u200B");

	private static final Salon SALON = Salon.after(null, new SalonAnnounced(Fixtures.salon(44, Fixtures.START)), 1,
			Fixtures.LONG_BEFORE);

	private final Letters plain = LetterSamples.letters();

	private final OwnWords words = OwnWords.compile("{{name}}: {{title}} {{soon}}",
			"Dear {{name}},\n{{#place}}you are number {{place}}{{/place}} at {{ownTime}}{{time}}");

	private final Letters own = LetterSamples.letters((occasion, language) -> Optional.of(this.words));

	@ParameterizedTest
	@EnumSource(value = DeliveryKind.class, mode = EnumSource.Mode.EXCLUDE, names = "ORGANISER_DIGEST")
	void filledInMailSaysTheVeryBytesOfOneThatIsPutTogetherByItself(DeliveryKind kind) {
		letters(kind).forEach((letter) -> {
			assertSame(this.plain, letter, null);
			assertSame(this.own, letter, this.words);
		});
	}

	@ParameterizedTest
	@EnumSource(value = DeliveryKind.class, mode = EnumSource.Mode.EXCLUDE, names = "ORGANISER_DIGEST")
	void keptFormFilledInWithKeptValuesIsTheSameMail(DeliveryKind kind) {
		letters(kind).forEach((letter) -> {
			Mail mail = this.own.compose(letter);
			Form kept = Form.read(mail.form().content());
			assertThat(kept.fill(mail.values())).isEqualTo(mail.bytes());
			assertThat(kept.id()).isEqualTo(mail.form().id());
		});
	}

	@ParameterizedTest
	@EnumSource(value = DeliveryKind.class, mode = EnumSource.Mode.EXCLUDE, names = "ORGANISER_DIGEST")
	void formHasNothingOfAPerson(DeliveryKind kind) {
		Letter letter = letter(kind, CalendarMethod.REQUEST, member("Zacharias", "en", null));
		String form = new String(this.own.compose(letter).form().content(), StandardCharsets.UTF_8);
		assertThat(form).doesNotContain("Zacharias", letter.member().email(), letter.member().id().toString(),
				letter.deliveryId().toString());
	}

	@ParameterizedTest
	@EnumSource(value = DeliveryKind.class, mode = EnumSource.Mode.EXCLUDE, names = "ORGANISER_DIGEST")
	void thoseWhoAreToldTheSameShareAForm(DeliveryKind kind) {
		Mail one = this.plain.compose(letter(kind, CalendarMethod.REQUEST, member("Lin Yi", "en", null)));
		Mail other = this.plain.compose(letter(kind, CalendarMethod.REQUEST, member("李雷", "en", null)));
		assertThat(one.form()).isSameAs(other.form());
		assertThat(one.bytes()).isNotEqualTo(other.bytes());
	}

	@Test
	void salonIsNeverSaidToBeFartherOffThanItIs() throws Exception {
		Instant start = Fixtures.START.plusMillis(960);
		Salon salon = Salon.after(null, new SalonAnnounced(Fixtures.salon(44, start)), 1, Fixtures.LONG_BEFORE);
		Letter letter = new Letter(UUID.randomUUID(), DeliveryKind.REMINDER, salon,
				LetterSamples.place(DeliveryKind.REMINDER), member("Lin Yi", "en", null), CalendarMethod.NONE,
				start.minus(Duration.ofMinutes(5)));
		assertThat(LetterSamples.parse(LetterSamples.mime(this.plain, letter)).getSubject())
			.startsWith("Salon 44 starts now");
	}

	private static void assertSame(Letters letters, Letter letter, @Nullable OwnWords words) {
		byte[] alone = letters.compose(letter, Locale.forLanguageTag(letter.member().locale()), words);
		byte[] filledIn = letters.compose(letter).bytes();
		try {
			assertThat(read(LetterSamples.parse(filledIn))).as("to %s", letter.member().name())
				.isEqualTo(read(LetterSamples.parse(alone)));
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	/**
	 * All of a mail but how its texts are encoded: by which of them is shorter, and marks
	 * are not as long as what they stand for.
	 */
	private static List<String> read(Part part) throws Exception {
		List<String> all = new ArrayList<>();
		for (Header header : Collections.list(part.getAllHeaders())) {
			if (!header.getName().equals("Content-Transfer-Encoding")) {
				all.add(header.getName() + ": " + header.getValue());
			}
		}
		if (part.getContent() instanceof MimeMultipart parts) {
			for (int i = 0; i < parts.getCount(); i++) {
				all.addAll(read(parts.getBodyPart(i)));
			}
		}
		else {
			all.add(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
		}
		return all;
	}

	private static Stream<Letter> letters(DeliveryKind kind) {
		return NAMES.stream()
			.flatMap((name) -> Stream.of(member(name, "zh-CN", null), member(name, "en", "America/New_York")))
			.flatMap((member) -> Stream.of(CalendarMethod.values()).map((method) -> letter(kind, method, member)));
	}

	/** Places that the words of some mails depend on. */
	@ParameterizedTest
	@EnumSource(value = DeliveryKind.class, names = { "REPLAY", "FEEDBACK_REQUEST", "WITHDRAWN", "SEAT_OFFERED" })
	void whatBecameOfThePlaceIsSaidAsInAMailThatIsPutTogetherByItself(DeliveryKind kind) {
		Instant afterwards = SALON.endsAt().plusSeconds(60);
		for (Registration place : List.of(LetterSamples.offered(), LetterSamples.lapsed(), LetterSamples.came(),
				LetterSamples.rated())) {
			for (Instant written : List.of(NOW, afterwards)) {
				Letter letter = new Letter(UUID.randomUUID(), kind, SALON, place, member("李雷", "en", null),
						CalendarMethod.NONE, written);
				assertSame(this.plain, letter, null);
			}
		}
	}

	private static Letter letter(DeliveryKind kind, CalendarMethod calendar, Member member) {
		Registration place = LetterSamples.place(kind);
		boolean aboutPlace = kind != DeliveryKind.SUBSCRIPTION_CHECK && kind != DeliveryKind.ANNOUNCEMENT;
		return new Letter(UUID.randomUUID(), kind, (kind != DeliveryKind.SUBSCRIPTION_CHECK) ? SALON : null,
				aboutPlace ? place : null, member, aboutPlace ? calendar : CalendarMethod.NONE, NOW);
	}

	private static Member member(String name, String locale, @Nullable String zone) {
		UUID id = UUID.randomUUID();
		return new Member(id, name, "reader+" + id.toString().substring(0, 4) + "@example.org", locale,
				Preferences.OF_AN_ATTENDEE, 3, (zone != null) ? ZoneId.of(zone) : null, null, null, null, 5);
	}

}
