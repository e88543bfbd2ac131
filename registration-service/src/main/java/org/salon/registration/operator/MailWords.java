package org.salon.registration.operator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import org.salon.registration.SalonProperties;
import org.salon.registration.operator.HealthWords.Sentence;
import org.salon.registration.salon.MomentText;
import org.salon.registration.salon.SalonList;
import org.salon.registration.web.Words;

/** Says what became of the mails of the salons that are near. */
@Component
class MailWords {

	private static final Duration RECENT = Duration.ofDays(8);

	private static final Duration SOON = Duration.ofDays(14);

	private static final int SALONS = 5;

	private static final int NAMED = 3;

	private static final String SERVICE = "notification-service";

	private final Neighbours neighbours;

	private final SalonList salons;

	private final SalonProperties properties;

	private final Words words;

	private final Clock clock;

	MailWords(Neighbours neighbours, SalonList salons, SalonProperties properties, Words words, Clock clock) {
		this.neighbours = neighbours;
		this.salons = salons;
		this.properties = properties;
		this.words = words;
		this.clock = clock;
	}

	/** Nothing of a salon that notification-service does not speak of. */
	List<Sentence> now() {
		Instant now = this.clock.instant();
		List<Sentence> sentences = new ArrayList<>();
		this.neighbours.get(SERVICE, "/api/sending")
			.filter((sending) -> sending.path("paused").asBoolean())
			.ifPresent((sending) -> sentences
				.add(new Sentence(false, this.words.of("health.paused", sending.path("by").asString("")),
						this.properties.mailPage("/operator/mail"))));
		for (SalonList.Line salon : this.salons.starting(now.minus(RECENT), now.plus(SOON), SALONS)) {
			this.neighbours.get(SERVICE, "/api/salons/" + salon.number() + "/mails")
				.ifPresent((mails) -> add(sentences, salon, mails));
		}
		return sentences;
	}

	private void add(List<Sentence> sentences, SalonList.Line salon, JsonNode mails) {
		long sent = mails.path("sent").asLong();
		long waiting = mails.path("waiting").asLong();
		String number = Integer.toString(salon.number());
		if (waiting > 0) {
			String next = mails.path("next").path(0).path("dueAt").asString("");
			sentences.add(good("health.mails.waiting", number, sent, waiting, next.isEmpty() ? "" : when(salon, next)));
		}
		else if (sent > 0) {
			sentences.add(good("health.mails.out", number, sent));
		}
		long undelivered = mails.path("undeliveredTotal").asLong();
		if (undelivered > 0) {
			sentences.add(new Sentence(false,
					this.words.of("health.mails.undelivered", number, undelivered, named(mails.path("undelivered"))),
					this.properties.mailPage("/operator/mail/deliveries?salon=" + number)));
		}
	}

	private Sentence good(String code, Object... arguments) {
		return new Sentence(true, this.words.of(code, arguments), "");
	}

	private static String when(SalonList.Line salon, String moment) {
		Locale locale = LocaleContextHolder.getLocale();
		return MomentText.brief(Instant.parse(moment), salon.zone(), locale);
	}

	private static String named(JsonNode undelivered) {
		return StreamSupport.stream(undelivered.spliterator(), false)
			.map((mail) -> mail.path("recipient").asString(""))
			.filter((address) -> !address.isEmpty())
			.distinct()
			.limit(NAMED)
			.collect(Collectors.joining(", "));
	}

}
