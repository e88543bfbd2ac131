package org.salon.invitation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The text cannot be imported: says where and why, and what would help. */
public final class InvalidInvitation extends RuntimeException {

	private final int line;

	private final Reason reason;

	private final transient List<String> arguments;

	InvalidInvitation(int line, Reason reason, Object... arguments) {
		this.line = line;
		this.reason = reason;
		this.arguments = Arrays.stream(arguments).map(String::valueOf).toList();
	}

	/** In the text as given, counted from 1. */
	public int line() {
		return this.line;
	}

	public Reason reason() {
		return this.reason;
	}

	public List<String> arguments() {
		return this.arguments;
	}

	@Override
	public String getMessage() {
		return "line " + this.line + ": " + message(Locale.ENGLISH);
	}

	/** The reason in Chinese for a Chinese locale, else in English. */
	public String message(Locale locale) {
		return Messages.text(this.reason.name(), this.arguments, locale);
	}

	/** Why a text cannot be imported. */
	public enum Reason {

		/** Not UTF-8. */
		NOT_UTF8,
		/** Nothing but blanks. */
		EMPTY,
		/** More than {@link InvitationText#MAX_BYTES}. */
		TOO_LARGE,
		/** More columns or cells than any list of salons has. */
		TABLE_TOO_LARGE,
		/**
		 * More emphasis and links in one paragraph than can be told apart in good time.
		 */
		TOO_TANGLED,
		/** The coming salon has no number from 1 to 999,999. */
		NO_NUMBER,
		/** The coming salon has no date. */
		NO_DATE,
		/** The coming salon's date is on no calendar. */
		DATE_INVALID,
		/** The text names two days for the coming salon. */
		TWO_DATES,
		/** The coming salon has no time of day. */
		NO_TIME,
		/** No year is named, and the weekday leaves several: the date has to be given. */
		YEAR_UNKNOWN,
		/** No year is named, and the weekday fits none: the date has to be given. */
		NO_YEAR_FITS,
		/** A table without years and without a coming salon to count back from. */
		ROW_YEARS_UNKNOWN

	}

}
