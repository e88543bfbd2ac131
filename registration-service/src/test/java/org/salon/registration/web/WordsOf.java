package org.salon.registration.web;

import org.springframework.context.MessageSource;

/** Words for tests that need no context. */
public final class WordsOf {

	private WordsOf() {
	}

	public static Words messages(MessageSource messages) {
		return new Words(messages);
	}

}
