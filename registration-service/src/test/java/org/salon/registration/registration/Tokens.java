package org.salon.registration.registration;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.salon.events.link.LinkPurpose;
import org.salon.events.link.LinkToken;
import org.salon.events.link.LinkTokens;
import org.salon.registration.Site;

/** Links as notification-service writes them into mails. */
public final class Tokens {

	private static final LinkTokens TOKENS = new LinkTokens(Site.LINK_KEY);

	private Tokens() {
	}

	public static String registration(UUID id) {
		return registration(id, 30);
	}

	public static String registration(UUID id, long days) {
		return sign(LinkPurpose.REGISTRATION, id, days);
	}

	public static String sign(LinkPurpose purpose, UUID id, long days) {
		return sign(purpose, id, 0, days);
	}

	public static String sign(LinkPurpose purpose, UUID id, int generation, long days) {
		return TOKENS.sign(new LinkToken(purpose, id, generation,
				Instant.now().plus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS)));
	}

}
