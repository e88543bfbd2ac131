package org.salon.notification.sendercheck;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was found of one thing.
 *
 * @param words key of the explanation
 * @param arguments of the explanation
 * @param publish what to put into the domain name system, where that would mend it
 */
record Finding(Subject subject, Grade grade, String words, List<String> arguments, @Nullable TxtRecord publish) {

	/** What is looked at. */
	enum Subject {

		/** Which servers may send for the domain (RFC 7208). */
		SPF,
		/** Whether the domain publishes the key that mails are signed with (RFC 6376). */
		DKIM,
		/** What others are to do with mails that neither covers (RFC 7489). */
		DMARC,
		/** Whether mail programs can offer to unsubscribe by one click (RFC 8058). */
		ONE_CLICK

	}

	/** How good it is. */
	enum Grade {

		/** As it should be. */
		OK,
		/** It works, and could be better; or it cannot be told. */
		WARN,
		/** Mails will be refused or taken for unwanted because of it. */
		FAIL

	}

	static Finding of(Subject subject, Grade grade, String words, String... arguments) {
		return new Finding(subject, grade, words, List.of(arguments), null);
	}

	Finding publish(String name, String value) {
		return new Finding(this.subject, this.grade, this.words, this.arguments, new TxtRecord(name, value));
	}

	/** A text in the domain name system. */
	record TxtRecord(String name, String value) {
	}

}
