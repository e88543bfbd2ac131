package org.salon.notification.mail;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What in a mail is one person's own, and what stands for it while the rest is put
 * together: words that nobody can have typed, since they are others at each start.
 */
enum Mark {

	/** The delivery, in the Message-ID. */
	DELIVERY,
	/** The field To as it goes over the wire. */
	RECIPIENT,
	/** The person's name, if it can be nothing but one. */
	NAME,
	/** The person's address as in a {@code mailto} URI. */
	ADDRESS,
	/** The person's id, in the UID of a calendar entry. */
	MEMBER,
	/** The link to the place. */
	REGISTRATION,
	/** The link to the salon itself. */
	JOIN,
	/** The link that subscribes. */
	SUBSCRIPTION,
	/** The link to which mails to get. */
	PREFERENCES,
	/** The link to get no more. */
	UNSUBSCRIBE;

	/** Of all marks, by what stands for them. */
	static final Map<String, String> NAMES = Arrays.stream(values())
		.collect(Collectors.toUnmodifiableMap(Mark::text, Mark::name));

	/** As an id, where one is asked for. */
	private final UUID id = UUID.randomUUID();

	UUID id() {
		return this.id;
	}

	/** A word without anything that could need escaping. */
	String text() {
		return (this == DELIVERY || this == MEMBER) ? this.id.toString() : "x" + this.id.toString().replace("-", "");
	}

}
