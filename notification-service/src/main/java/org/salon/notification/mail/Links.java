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

/**
 * The links that mails carry. They work for 90 days after the end of the salon; that to
 * join it for one day, and that to subscribe for a week from the mail.
 */
@Component
public class Links {

	private static final Duration AFTER_THE_END = Duration.ofDays(90);

	private static final Duration TO_JOIN = Duration.ofDays(1);

	private static final Duration TO_SUBSCRIBE = Duration.ofDays(7);

	private final LinkTokens tokens;

	private final LinkProperties properties;

	Links(LinkProperties properties) {
		this.tokens = new LinkTokens(properties.linkKey());
		this.properties = properties;
	}

	/** The public page of a salon. */
	public String salon(Salon salon) {
		return at(this.properties.baseUrl(), "/salons/" + salon.number());
	}

	/** Where a salon is looked back on. */
	public String archive(Salon salon) {
		return at(this.properties.archiveBaseUrl(), "/archive/" + salon.number());
	}

	/** The links that are the person's own. */
	OwnLinks of(Letter letter) {
		return new Signed(letter);
	}

	private String registration(Salon salon, Registration registration) {
		return at(this.properties.baseUrl(), "/registrations/"
				+ token(LinkPurpose.REGISTRATION, registration.id(), registration.linkGeneration(), end(salon)));
	}

	private String join(Salon salon, Registration registration) {
		return at(this.properties.baseUrl(), "/join/" + token(LinkPurpose.JOIN, registration.id(),
				registration.linkGeneration(), salon.endsAt().plus(TO_JOIN)));
	}

	private String subscription(Member member, Instant writtenAt) {
		return at(this.properties.baseUrl(), "/subscriptions/"
				+ token(LinkPurpose.SUBSCRIPTION, member.id(), member.linkGeneration(), writtenAt.plus(TO_SUBSCRIBE)));
	}

	private String preferences(Salon salon, Member member) {
		return at(this.properties.baseUrl(),
				"/preferences/" + token(LinkPurpose.PREFERENCES, member.id(), member.linkGeneration(), end(salon)));
	}

	private String unsubscribe(Salon salon, Member member) {
		return at(this.properties.baseUrl(),
				"/unsubscribe/" + token(LinkPurpose.UNSUBSCRIBE, member.id(), member.linkGeneration(), end(salon)));
	}

	private String token(LinkPurpose purpose, UUID id, int generation, Instant expiresAt) {
		return this.tokens.sign(new LinkToken(purpose, id, generation, expiresAt));
	}

	private static Instant end(Salon salon) {
		return salon.endsAt().plus(AFTER_THE_END);
	}

	private static String at(URI base, String path) {
		String start = base.toString();
		return (start.endsWith("/") ? start.substring(0, start.length() - 1) : start) + path;
	}

	/** Signed when they are asked for. */
	private final class Signed implements OwnLinks {

		private final Letter letter;

		private Signed(Letter letter) {
			this.letter = letter;
		}

		@Override
		public String registration() {
			return Links.this.registration(this.letter.salon(), this.letter.registration());
		}

		@Override
		public String join() {
			return Links.this.join(this.letter.salon(), this.letter.registration());
		}

		@Override
		public String subscription() {
			return Links.this.subscription(this.letter.member(), this.letter.writtenAt());
		}

		@Override
		public String preferences() {
			return Links.this.preferences(this.letter.salon(), this.letter.member());
		}

		@Override
		public String unsubscribe() {
			return Links.this.unsubscribe(this.letter.salon(), this.letter.member());
		}

	}

}
