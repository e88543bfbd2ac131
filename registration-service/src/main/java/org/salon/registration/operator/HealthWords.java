package org.salon.registration.operator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.salon.registration.web.Words;

/** Says in an organiser's words how the system is, and what to do about it. */
@Component
class HealthWords {

	/** Longer than that, and somebody waits for their mail. */
	private static final double LATE = 60;

	private static final List<String> KNOWN_PARTS = List.of("db", "outboxRelay", "mail", "diskSpace", "sender",
			"channels", "listeners");

	private final Words words;

	HealthWords(Words words) {
		this.words = words;
	}

	/** One sentence for each thing that is to be known, the worst first; never none. */
	List<Sentence> of(List<ServiceStatus> services) {
		List<Sentence> sentences = new ArrayList<>();
		for (ServiceStatus service : services) {
			if (!service.answered()) {
				bad(sentences, "health.silent." + service.service());
			}
			service.broken().forEach((part) -> broken(sentences, service, part));
			late(sentences, service);
			deadLetters(sentences, service);
		}
		if (sentences.isEmpty()) {
			sentences.add(new Sentence(true, this.words.of("health.good"), ""));
		}
		return sentences;
	}

	private void broken(List<Sentence> sentences, ServiceStatus service, String part) {
		String name = name(service);
		if (KNOWN_PARTS.contains(part)) {
			bad(sentences, "health.part." + part, name);
		}
		else {
			bad(sentences, "health.part.other", name, part);
		}
	}

	private void late(List<Sentence> sentences, ServiceStatus service) {
		double age = service.max("salon.messaging.outbox.age");
		if (age > LATE) {
			bad(sentences, "health.backlog", name(service), Math.round(service.sum("salon.messaging.outbox.backlog")),
					Duration.ofSeconds((long) age).toMinutes());
		}
	}

	private void deadLetters(List<Sentence> sentences, ServiceStatus service) {
		long open = Math.round(service.sum("salon.messaging.deadletters.open"));
		if (open > 0) {
			sentences.add(new Sentence(false, this.words.of("health.deadLetters", name(service), open),
					"/operator/dead-letters"));
		}
	}

	private void bad(List<Sentence> sentences, String code, Object... arguments) {
		sentences.add(new Sentence(false, this.words.of(code, arguments), ""));
	}

	private String name(ServiceStatus service) {
		return this.words.of(Map.of(Neighbours.REGISTRATION, "health.service.registration", "notification-service",
				"health.service.notification")
			.getOrDefault(service.service(), "health.service.archive"));
	}

	/**
	 * One sentence.
	 *
	 * @param good whether all is as it should be
	 * @param where to mend it; empty if it mends itself or cannot be mended from here
	 */
	record Sentence(boolean good, String text, String where) {
	}

}
