package org.salon.notification.mail;

import java.time.Duration;
import java.time.Instant;

import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.events.link.LinkPurpose;
import org.salon.events.link.LinkToken;
import org.salon.events.link.LinkTokens;
import org.salon.notification.Fixtures;
import org.salon.notification.member.Member;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.registration.Registration;

import static org.assertj.core.api.Assertions.assertThat;

/** Mails that ask for an answer, announce, or look back. */
class AskingLetterTests {

	private static final String BASE = "https://salon.example.org";

	private static final Instant NOW = Instant.parse("2026-06-05T11:30:00Z");

	private static final Instant AFTERWARDS = Fixtures.START.plus(Duration.ofDays(1));

	private final Letters letters = LetterSamples.letters();

	@Test
	void addressCheckAsksInTimeAndOnThePersonsOwnPage() throws Exception {
		MimeMessage mail = write(DeliveryKind.ADDRESS_CHECK, LetterSamples.place(DeliveryKind.ADDRESS_CHECK), "en",
				NOW);
		assertThat(mail.getSubject()).isEqualTo("Please confirm: salon 44 – Non-IID 数据集");
		String text = LetterSamples.part(mail, 0);
		assertThat(text).contains("Please confirm before Sunday, 7 June 2026, 00:00 (China Standard Time, UTC+08:00).")
			.contains("do nothing: it lapses")
			.doesNotContain("/join/")
			.doesNotContain("/unsubscribe/");
		LinkToken link = link(text, "Yes, it was me: " + BASE + "/registrations/", LinkPurpose.REGISTRATION);
		assertThat(link.id()).isEqualTo(LetterSamples.place(DeliveryKind.ADDRESS_CHECK).id());
		assertThat(LetterSamples.part(mail, 1)).contains(">Yes, it was me</a>").contains("00:00 (China Standard Time");
	}

	@Test
	void offerSaysUntilWhenByTheReadersOwnClock() throws Exception {
		Letter letter = LetterSamples.letter(DeliveryKind.SEAT_OFFERED, LetterSamples.offered(),
				LetterSamples.member("en", "Europe/Berlin"), NOW);
		String text = LetterSamples.part(LetterSamples.parse(LetterSamples.mime(this.letters, letter)), 0);
		assertThat(text)
			.contains("accept before Saturday, 6 June 2026, 18:00 (Central European Summer Time, UTC+02:00).")
			.contains("See the seat and take it: " + BASE + "/registrations/")
			.contains("Where you are: Sunday, 7 June 2026, 13:30–15:30 (Central European Summer Time, UTC+02:00)");
	}

	@Test
	void subscriptionCheckIsAboutNoSalon() throws Exception {
		MimeMessage mail = write(DeliveryKind.SUBSCRIPTION_CHECK, null, "zh-CN", NOW);
		assertThat(mail.getSubject()).isEqualTo("请确认订阅：学术沙龙新活动通知");
		String text = LetterSamples.part(mail, 0);
		LinkToken link = link(text, "是我本人，确认订阅：" + BASE + "/subscriptions/", LinkPurpose.SUBSCRIPTION);
		assertThat(link.id()).isEqualTo(LetterSamples.MEMBER);
		assertThat(link.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(7)));
		assertThat(text).doesNotContain("主题").doesNotContain("null").doesNotContain("/preferences/");
		assertThat(LetterSamples.part(mail, 1)).doesNotContain("null").doesNotContain("主题");
	}

	@Test
	void announcementLeadsToTheInvitationAndOutOfTheList() throws Exception {
		MimeMessage mail = write(DeliveryKind.ANNOUNCEMENT, null, "en", NOW);
		assertThat(mail.getSubject()).isEqualTo("New: salon 44 – Non-IID 数据集");
		assertThat(LetterSamples.part(mail, 0)).contains("See the invitation and sign up: " + BASE + "/salons/44\n")
			.contains("because you asked for announcements")
			.contains("Unsubscribe: " + BASE + "/unsubscribe/")
			.doesNotContain("/join/")
			.doesNotContain("钉钉扫码");
		assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ORGANISER_DIGEST")
	void offersOneClickToLeaveWhereverThatIsNoAnswer(DeliveryKind kind) throws Exception {
		Registration place = switch (kind) {
			case SUBSCRIPTION_CHECK, ANNOUNCEMENT -> null;
			default -> LetterSamples.place(kind);
		};
		MimeMessage mail = write(kind, place, "en", NOW);
		if (kind.asks()) {
			assertThat(mail.getHeader("List-Unsubscribe")).isNull();
			assertThat(mail.getHeader("List-Unsubscribe-Post")).isNull();
		}
		else {
			assertThat(mail.getHeader("List-Unsubscribe")[0]).contains("/unsubscribe/");
			assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
		}
	}

	@Test
	void replayThanksWhoCameAndAsksHowItWas() throws Exception {
		String text = LetterSamples.part(write(DeliveryKind.REPLAY, LetterSamples.came(), "en", AFTERWARDS), 0);
		assertThat(text).contains("It was good to have you at salon 44.")
			.contains("- 录像: https://example.org/replay/44")
			.contains("because you were at salon 44")
			.containsPattern("Say how it was: " + BASE + "/registrations/[\\w-]+/feedback\n");
	}

	@Test
	void replayAsksNobodyTwiceHowItWas() throws Exception {
		assertThat(LetterSamples.part(write(DeliveryKind.REPLAY, LetterSamples.rated(), "en", AFTERWARDS), 0))
			.contains("It was good to have you")
			.doesNotContain("feedback")
			.doesNotContain("How was it?");
		assertThat(LetterSamples
			.part(write(DeliveryKind.REPLAY, LetterSamples.came(), "en", AFTERWARDS.plus(Duration.ofDays(31))), 0))
			.doesNotContain("feedback");
	}

	@Test
	void replayMissesWhoDidNotComeOnceItIsOver() throws Exception {
		Registration absent = LetterSamples.place(DeliveryKind.REPLAY);
		assertThat(LetterSamples.part(write(DeliveryKind.REPLAY, absent, "en", AFTERWARDS), 0))
			.contains("A pity that you could not be at salon 44.")
			.contains("https://example.org/replay/44")
			.doesNotContain("feedback");
		assertThat(LetterSamples.part(write(DeliveryKind.REPLAY, absent, "en", NOW), 0)).doesNotContain("A pity");
	}

	@Test
	void withdrawalSaysThatTheOfferedSeatWasNotTaken() throws Exception {
		MimeMessage mail = write(DeliveryKind.WITHDRAWN, LetterSamples.lapsed(), "en", NOW);
		assertThat(mail.getSubject()).isEqualTo("Salon 44: the seat went to the next in line – Non-IID 数据集");
		assertThat(LetterSamples.part(mail, 0)).contains("was kept for you and not taken")
			.contains("Register again: " + BASE + "/salons/44")
			.contains("because a seat in salon 44 was offered to you");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Asia/Shanghai", "Asia/Singapore" })
	void saysTheTimeOnceWhereClocksShowTheSame(String zone) throws Exception {
		Letter letter = LetterSamples.letter(DeliveryKind.CONFIRMATION, LetterSamples.place(DeliveryKind.CONFIRMATION),
				LetterSamples.member("en", zone), NOW);
		assertThat(LetterSamples.part(LetterSamples.parse(LetterSamples.mime(this.letters, letter)), 0))
			.doesNotContain("Where you are");
	}

	@Test
	void noticeOfAChangeLeadsThoseInLineNowhereYet() throws Exception {
		assertThat(LetterSamples
			.part(write(DeliveryKind.CHANGED, LetterSamples.place(DeliveryKind.WAITLISTED), "en", NOW), 0))
			.doesNotContain("/join/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "zh-CN", "en" })
	void canBeLookedAt(String locale) throws Exception {
		LetterSamples.keep("came-" + locale, write(DeliveryKind.REPLAY, LetterSamples.came(), locale, AFTERWARDS));
		LetterSamples.keep("missed-" + locale,
				write(DeliveryKind.REPLAY, LetterSamples.place(DeliveryKind.REPLAY), locale, AFTERWARDS));
		LetterSamples.keep("lapsed-" + locale, write(DeliveryKind.WITHDRAWN, LetterSamples.lapsed(), locale, NOW));
		Letter abroad = LetterSamples.letter(DeliveryKind.CONFIRMATION, LetterSamples.place(DeliveryKind.CONFIRMATION),
				LetterSamples.member(locale, "America/New_York"), NOW);
		LetterSamples.keep("abroad-" + locale, LetterSamples.parse(LetterSamples.mime(this.letters, abroad)));
	}

	private MimeMessage write(DeliveryKind kind, @Nullable Registration place, String locale, Instant writtenAt)
			throws Exception {
		Member member = LetterSamples.member(locale, null);
		return LetterSamples
			.parse(LetterSamples.mime(this.letters, LetterSamples.letter(kind, place, member, writtenAt)));
	}

	/** The link that stands behind those words. */
	private static LinkToken link(String text, String before, LinkPurpose purpose) {
		assertThat(text).contains(before);
		String token = text.substring(text.indexOf(before) + before.length()).lines().findFirst().orElseThrow();
		return new LinkTokens(Fixtures.LINK_KEY).read(token, purpose, NOW).orElseThrow();
	}

}
