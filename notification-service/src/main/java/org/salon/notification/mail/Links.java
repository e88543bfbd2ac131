package org.salon.notification.mail;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.salon.events.link.LinkPurpose;
import org.salon.events.link.LinkToken;
import org.salon.events.link.LinkTokens;
import org.salon.notification.member.Member;
import org.salon.notification.registration.Registration;
import org.salon.notification.salon.Salon;

import org.springframework.stereotype.Component;

/** The links that mails carry. They work for 90 days after the end of the salon. */
@Component
class Links {

	private static final Duration AFTER_THE_END = Duration.ofDays(90);

	private final LinkTokens tokens;

	private final LinkProperties properties;

	Links(LinkProperties properties) {
		this.tokens = new LinkTokens(properties.linkKey());
		this.properties = properties;
	}

	String salon(Salon salon) {
		return at(this.properties.baseUrl(), "/salons/" + salon.number());
	}

	String archive(Salon salon) {
		return at(this.properties.archiveBaseUrl(), "/archive/" + salon.number());
	}

	String registration(Salon salon, Registration registration) {
		return at(this.properties.baseUrl(), "/registrations/"
				+ token(LinkPurpose.REGISTRATION, registration.id(), registration.linkGeneration(), salon));
	}

	String preferences(Salon salon, Member member) {
		return at(this.properties.baseUrl(),
				"/preferences/" + token(LinkPurpose.PREFERENCES, member.id(), member.linkGeneration(), salon));
	}

	String unsubscribe(Salon salon, Member member) {
		return at(this.properties.baseUrl(),
				"/unsubscribe/" + token(LinkPurpose.UNSUBSCRIBE, member.id(), member.linkGeneration(), salon));
	}

	private String token(LinkPurpose purpose, UUID id, int generation, Salon salon) {
		Instant expiresAt = salon.endsAt().plus(AFTER_THE_END);
		return this.tokens.sign(new LinkToken(purpose, id, generation, expiresAt));
	}

	private static String at(URI base, String path) {
		String start = base.toString();
		return (start.endsWith("/") ? start.substring(0, start.length() - 1) : start) + path;
	}

}
