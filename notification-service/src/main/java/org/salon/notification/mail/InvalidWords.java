package org.salon.notification.mail;

/** A template that cannot be used. */
public class InvalidWords extends RuntimeException {

	private final String field;

	private final Problem problem;

	private final String detail;

	InvalidWords(String field, Problem problem, Object detail, String message) {
		super(message);
		this.field = field;
		this.problem = problem;
		this.detail = detail.toString();
	}

	/** {@code subject} or {@code body}. */
	public String field() {
		return this.field;
	}

	/** By which a page finds words of its own. */
	public Problem problem() {
		return this.problem;
	}

	/** What of the template, or which limit; empty where the problem says all. */
	public String detail() {
		return this.detail;
	}

	/** What is wrong. */
	public enum Problem {

		/** There are no words. */
		EMPTY,
		/** Longer than the detail. */
		LONG,
		/** A subject of more than one line. */
		LINES,
		/** It has characters that are no text. */
		NO_TEXT,
		/** The values of the detail are none of the mail's. */
		UNKNOWN,
		/** The value of the detail is not closed. */
		OPEN,
		/** It would include another template. */
		INCLUDE,
		/** It lists the speakers more often than the detail. */
		LISTS,
		/** It is no Mustache; the detail is in English. */
		SYNTAX

	}

}
