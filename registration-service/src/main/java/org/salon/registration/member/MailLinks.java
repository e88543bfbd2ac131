package org.salon.registration.member;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.springframework.stereotype.Component;

import org.salon.events.link.LinkPurpose;
import org.salon.events.link.LinkToken;
import org.salon.events.link.LinkTokens;
import org.salon.registration.input.Refused;

/** The signed links that mails carry, as they come back. */
@Component
public class MailLinks {

	private final LinkTokens tokens;

	private final Clock clock;

	MailLinks(LinkTokens tokens, Clock clock) {
		this.tokens = tokens;
		this.clock = clock;
	}

	/**
	 * What the link says.
	 * @throws Refused if it is not ours, or no longer holds
	 */
	public LinkToken read(String token, LinkPurpose purpose) {
		LinkToken link = this.tokens.read(token, purpose, Instant.EPOCH).orElseThrow(MailLinks::unknown);
		if (!this.clock.instant().isBefore(link.expiresAt())) {
			throw new Refused(Refused.Reason.GONE, "refused.linkExpired");
		}
		return link;
	}

	/**
	 * Refuses a link of a generation that was revoked.
	 * @param generation the one that counts
	 */
	public void checkGeneration(LinkToken link, int generation) {
		if (link.generation() < generation) {
			throw new Refused(Refused.Reason.GONE, "refused.linkRevoked");
		}
	}

	/** For a page of ours that leads to the preferences. */
	public String preferences(UUID memberId, int generation) {
		return sign(LinkPurpose.PREFERENCES, memberId, generation);
	}

	/** For a page of ours that leads on to another, for a month. */
	public String sign(LinkPurpose purpose, UUID id, int generation) {
		Instant expiry = this.clock.instant().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
		return this.tokens.sign(new LinkToken(purpose, id, generation, expiry));
	}

	/** A link that is none of ours, or whose subject is gone. */
	public static Refused unknown() {
		return new Refused(Refused.Reason.NOT_FOUND, "refused.linkUnknown");
	}

}
