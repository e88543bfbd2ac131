package org.salon.notification.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.registration.Registration;

/**
 * What mails are written about: the kinds of message, of which some are told in other
 * words by what came before. Words are named by them.
 */
public final class Occasions {

	/** The replay, to those who came. */
	static final String CAME = "came";

	/** The replay, to those who were not seen. */
	static final String MISSED = "missed";

	/** A place given back, of those who did not answer an offer. */
	static final String LAPSED = "lapsed";

	/** All of them that have words of their own, of mails to members. */
	public static final List<String> ALL = Stream
		.concat(Arrays.stream(DeliveryKind.values())
			.filter((kind) -> !kind.toOrganiser() && kind != DeliveryKind.MESSAGE)
			.map(Occasions::of), Stream.of(CAME, MISSED, LAPSED))
		.toList();

	private Occasions() {
	}

	static String of(Letter letter) {
		if (letter.thanks()) {
			return CAME;
		}
		if (letter.misses()) {
			return MISSED;
		}
		Registration place = letter.aboutPlace();
		if (letter.kind() == DeliveryKind.WITHDRAWN && place != null && place.offered()) {
			return LAPSED;
		}
		return of(letter.kind());
	}

	static String of(DeliveryKind kind) {
		return kind.name().toLowerCase(Locale.ROOT);
	}

}
