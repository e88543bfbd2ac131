package org.salon.notification.digest;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.notification.digest.Digest.Count;
import org.salon.notification.digest.Digest.OfSalon;
import org.salon.notification.mail.LetterProperties;
import org.salon.notification.mail.LinkProperties;
import org.salon.notification.mail.Wording;
import org.salon.notification.mail.Words;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.registration.Standing;
import org.salon.notification.salon.Salon;

import static org.assertj.core.api.Assertions.assertThat;

/** What organisers read, and in which form. */
class DigestMailTests {

	private static final UUID DELIVERY = UUID.fromString("0198f2c4-0000-7000-8000-000000000003");

	@ParameterizedTest
	@ValueSource(strings = { "en", "zh-CN" })
	void saysTheSameInBothForms(String language) throws Exception {
		MimeMessage mail = mail(language, DigestSamples.busy());
		keep("digest-" + language, mail);
		String text = part(mail, 0);
		String html = part(mail, 1);
		for (String said : List.of("44", "Non-IID 数据集", "30", "韩梅梅", "Ada Example", "李雷", "Kim Lee", "Sam Poe", "12",
				"How to read a paper", "图神经网络", "https://salon.example.org/operator/salons/44",
				"SALON_ORGANISER_MAIL")) {
			assertThat(text).contains(said);
			assertThat(html).contains(said);
		}
		assertThat(text).doesNotContain("??", "digest.", "null");
		assertThat(html).doesNotContain("??", "digest.", "null", " th:");
	}

	@Test
	void isAnAutomaticMailWithoutAnEndThatItsReaderCouldClick() throws Exception {
		MimeMessage mail = mail("en", DigestSamples.busy());
		assertThat(mail.getHeader("Message-ID")).containsExactly("<" + DELIVERY + ".delivery@example.org>");
		assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(mail.getHeader("Content-Language")).containsExactly("en");
		assertThat(mail.getHeader("List-Unsubscribe")).isNull();
		assertThat(mail.getFrom()[0].toString()).contains("salon@example.org");
		assertThat(Arrays.toString(mail.getAllRecipients())).isEqualTo("[organiser@example.org]");
		assertThat(mail.getContentType()).startsWith("multipart/alternative");
		assertThat(mail.getSentDate()).isEqualTo(DigestSamples.DUE.plusSeconds(1));
	}

	@Test
	void saysInEnglish() throws Exception {
		MimeMessage mail = mail("en", DigestSamples.digest(DigestSamples.coming()));
		assertThat(mail.getSubject()).isEqualTo("Sign-ups of Saturday, 6 June: 3 new, 1 given back");
		assertThat(part(mail, 0)).isEqualTo(
				"""
						Since Friday, 5 June 2026, 20:00: 3 new, 1 given back.

						Salon 44: Non-IID 数据集
						Sunday, 7 June 2026, 19:30–21:30
						China Standard Time, UTC+08:00
						Starts in 23 hours

						Taken: 30 / 30 (2 new)
						In line: 2 (1 new)
						To confirm: 1 (1 new)

						Who comes: 韩梅梅 (new), Ada Example (new), (name not shown), (name not shown), 李雷, Lin Yi, 李雷, Lin Yi, 李雷, Lin Yi, 李雷, Lin Yi, and 18 more
						In line: 王小明, Kim Lee (new)
						Gave the place back: Sam Poe

						Mails
						- Confirmation: 1 came back (韩梅梅)
						- Reminder: 12 late (李雷, Lin Yi, and 10 more)

						Next reminders
						- Sunday, 7 June 2026, 18:30, to 30

						See it in the console: https://salon.example.org/operator/salons/44

						--\s
						You get this mail because this address is set as that of an organiser (SALON_ORGANISER_MAIL). \
						It names people who signed up: please keep it to the organisers.
						""");
	}

	@Test
	void makesNoMarkupAndNoLinkOfWhatOthersTyped() throws Exception {
		MimeMessage mail = mail("en", DigestSamples.busy());
		assertThat(part(mail, 1)).doesNotContain("<b>王", "www.example.org")
			.contains("How to read a paper &amp; live", "(name not shown)");
		assertThat(part(mail, 0)).doesNotContain("<b>", "www.example.org");
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "ORGANISER_DIGEST", "SUBSCRIPTION_CHECK" })
	void namesEveryKindOfMailOfASalon(DeliveryKind kind) {
		Wording words = Words.of(DigestSamples.links(Locale.ENGLISH));
		String key = "digest.kind." + kind.name().toLowerCase(Locale.ROOT);
		assertThat(words.say(Locale.ENGLISH, key)).isNotBlank();
	}

	@Test
	void isWorthSendingForNewsOrASalonThatIsNear() {
		assertThat(DigestSamples.digest().worthSending()).isFalse();
		assertThat(DigestSamples.digest(DigestSamples.off()).worthSending()).isFalse();
		assertThat(DigestSamples.digest(DigestSamples.held()).worthSending()).isTrue();
		OfSalon near = quiet(Duration.ofDays(3).minusSeconds(9));
		assertThat(DigestSamples.digest(near).worthSending()).isTrue();
		OfSalon far = quiet(Duration.ofDays(4));
		assertThat(DigestSamples.digest(far).worthSending()).isFalse();
		for (Standing standing : List.of(Standing.REGISTERED, Standing.WAITLISTED, Standing.CANCELLED)) {
			OfSalon news = new OfSalon(far.salon(), Map.of(standing, new Count(1, 1, 0)), Map.of(), List.of(),
					List.of());
			assertThat(DigestSamples.digest(news).worthSending()).isTrue();
		}
		OfSalon trouble = new OfSalon(far.salon(), Map.of(), Map.of(), DigestSamples.coming().troubles(), List.of());
		assertThat(DigestSamples.digest(trouble).worthSending()).isTrue();
	}

	private static OfSalon quiet(Duration until) {
		Salon salon = DigestSamples.coming(DigestSamples.DUE.plus(until)).salon();
		return new OfSalon(salon, Map.of(Standing.REGISTERED, new Count(3, 0, 0)), Map.of(), List.of(), List.of());
	}

	private static MimeMessage mail(String language, Digest digest) throws Exception {
		LinkProperties links = DigestSamples.links(Locale.forLanguageTag(language));
		Wording wording = Words.of(links);
		DigestComposer composer = new DigestComposer(new DigestWriter(wording, links, DigestSamples.PROPERTIES),
				new DigestTemplates(wording), new LetterProperties("学术沙龙 <salon@example.org>"));
		byte[] mime = composer.compose(DELIVERY, DigestSamples.PROPERTIES.organisers().getFirst(), digest);
		return new MimeMessage((Session) null, new ByteArrayInputStream(mime));
	}

	private static String part(MimeMessage mail, int index) throws Exception {
		return ((MimeMultipart) mail.getContent()).getBodyPart(index).getContent().toString().replace("\r\n", "\n");
	}

	/** For people to look at. */
	private static void keep(String name, MimeMessage mail) throws Exception {
		Path folder = Files.createDirectories(Path.of("target", "mails"));
		Files.writeString(folder.resolve(name + ".html"), part(mail, 1));
		Files.writeString(folder.resolve(name + ".txt"), mail.getSubject() + "\n\n" + part(mail, 0));
	}

}
