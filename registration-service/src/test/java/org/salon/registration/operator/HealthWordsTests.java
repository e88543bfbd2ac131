package org.salon.registration.operator;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

import org.salon.registration.web.WordsOf;

import static org.assertj.core.api.Assertions.assertThat;

class HealthWordsTests {

	private HealthWords words;

	@BeforeEach
	void speakEnglish() {
		LocaleContextHolder.setLocale(Locale.ENGLISH);
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		this.words = new HealthWords(WordsOf.messages(messages));
	}

	@AfterEach
	void forgetLanguage() {
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void saysThatAllIsWell() {
		assertThat(this.words.of(List.of(service("registration-service", Map.of("db", "UP"), 0, 3)))).singleElement()
			.satisfies((sentence) -> {
				assertThat(sentence.good()).isTrue();
				assertThat(sentence.text()).startsWith("Everything works.");
			});
	}

	@Test
	void saysWhatBecomesOfMailsWhileTheMailServiceIsSilent() {
		assertThat(texts(ServiceStatus.silent("notification-service")))
			.containsExactly("The mail service does not answer. People can sign up; their mails wait and go out when it"
					+ " is back. Nothing is lost.");
	}

	@Test
	void saysWhichPartDoesNotWorkAndWhatThatMeans() {
		assertThat(texts(service("notification-service", Map.of("db", "UP", "mail", "DOWN", "quirk", "DOWN"), 0, 0)))
			.containsExactly("The mail service does not reach the mail server: mails wait and go out when it is back.",
					"The mail service: something is wrong with its part quirk.");
	}

	@Test
	void leadsToTheDeadLettersAndTellsOfABacklogThatIsOld() {
		List<HealthWords.Sentence> sentences = this.words.of(List.of(service("archive-service", Map.of(), 2, 180)));
		assertThat(sentences).extracting(HealthWords.Sentence::text)
			.containsExactly(
					"The archive has 5 events to tell the others, the oldest for 3 minutes. Is the broker well?",
					"The archive could not handle 2 events. What waits behind it is kept in order.");
		assertThat(sentences.getLast().where()).isEqualTo("/operator/dead-letters");
	}

	private List<String> texts(ServiceStatus service) {
		return this.words.of(List.of(service)).stream().map(HealthWords.Sentence::text).toList();
	}

	private static ServiceStatus service(String name, Map<String, String> parts, double deadLetters, double age) {
		return new ServiceStatus(name, true, "UP", parts,
				List.of(new ServiceStatus.Meter("salon.messaging.deadletters.open", Map.of(), deadLetters),
						new ServiceStatus.Meter("salon.messaging.outbox.backlog", Map.of(), 5.0),
						new ServiceStatus.Meter("salon.messaging.outbox.age", Map.of(), age)));
	}

}
