package org.salon.notification.mail;

import java.time.Duration;
import java.time.Instant;

import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.events.link.LinkPurpose;
import org.salon.events.link.LinkTokens;
import org.salon.notification.Fixtures;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.registration.Registration;

import static org.assertj.core.api.Assertions.assertThat;

/** Mails that look back on a salon of which there is no replay yet. */
class LookingBackLetterTests {

	private static final String BASE = "https://salon.example.org";

	private static final Instant AFTERWARDS = Fixtures.START.plus(Duration.ofHours(4));

	private final Letters letters = LetterSamples.letters();

	@Test
	void askHowItWas() throws Exception {
		MimeMessage mail = write(DeliveryKind.FEEDBACK_REQUEST, "en");
		assertThat(mail.getSubject()).isEqualTo("Salon 44: how was it? – Non-IID 数据集");
		String text = LetterSamples.part(mail, 0);
		assertThat(text).contains("It was good to have you at salon 44.")
			.contains("because you were at salon 44")
			.containsPattern("Say how it was: " + BASE + "/registrations/[\\w-]+/feedback\n")
			.contains("Unsubscribe: " + BASE + "/unsubscribe/")
			.doesNotContain("/join/")
			.doesNotContain("/replay/");
		String link = text.substring(text.indexOf("/registrations/") + "/registrations/".length());
		assertThat(new LinkTokens(Fixtures.LINK_KEY).read(link.substring(0, link.indexOf('/')),
				LinkPurpose.REGISTRATION, AFTERWARDS))
			.hasValueSatisfying((token) -> assertThat(token.id()).isEqualTo(LetterSamples.came().id()));
		assertThat(LetterSamples.part(mail, 1)).contains(">Say how it was</a>").contains("/feedback\"");
	}

	@Test
	void missWhoWasNotSeenAndBlameNobody() throws Exception {
		MimeMessage mail = write(DeliveryKind.FOLLOW_UP, "en");
		assertThat(mail.getSubject()).isEqualTo("Salon 44: we missed you – Non-IID 数据集");
		for (int part = 0; part < 2; part++) {
			assertThat(LetterSamples.part(mail, part)).contains("A pity that you could not be at salon 44.")
				.contains("As soon as there is a replay, we write to you.")
				.contains("If you were there without the link from our mails, we just could not see it")
				.contains("See what it was about")
				.contains(BASE + "/salons/44")
				.contains("because you were registered for salon 44")
				.doesNotContain("feedback")
				.doesNotContain("/join/");
		}
	}

	@Test
	void speakChinese() throws Exception {
		MimeMessage asks = write(DeliveryKind.FEEDBACK_REQUEST, "zh-CN");
		assertThat(asks.getSubject()).isEqualTo("第44期学术沙龙 您觉得怎么样？Non-IID 数据集");
		MimeMessage misses = write(DeliveryKind.FOLLOW_UP, "zh-CN");
		assertThat(misses.getSubject()).isEqualTo("第44期学术沙龙 很遗憾没有见到您：Non-IID 数据集");
		for (int part = 0; part < 2; part++) {
			assertThat(LetterSamples.part(asks, part)).contains("很高兴您参加了第 44 期学术沙龙。", "说说您的感受",
					"您参加了第 44 期学术沙龙，并希望收到会后通知");
			assertThat(LetterSamples.part(misses, part)).contains("一有回放，我们会立即发邮件通知您。", "如果您到场了", "看看这一期讲了什么");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "zh-CN", "en" })
	void canBeLookedAt(String locale) throws Exception {
		LetterSamples.keep("feedback-request-" + locale, write(DeliveryKind.FEEDBACK_REQUEST, locale));
		LetterSamples.keep("follow-up-" + locale, write(DeliveryKind.FOLLOW_UP, locale));
	}

	private MimeMessage write(DeliveryKind kind, String locale) throws Exception {
		Registration place = (kind == DeliveryKind.FOLLOW_UP) ? LetterSamples.place(kind) : LetterSamples.came();
		return LetterSamples.parse(LetterSamples.mime(this.letters,
				LetterSamples.letter(kind, place, LetterSamples.member(locale, null), AFTERWARDS)));
	}

}
