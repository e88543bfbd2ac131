package org.salon.invitation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What the importer knows beyond the text.
 *
 * @param date the day of the coming salon where the organiser names it: it replaces day,
 * month and year of the text, whose time is kept
 * @param today the reader's present day in {@code zone}: decides which years are looked
 * at when the text names none
 * @param zone the zone that the times of the text are meant in
 */
public record ParseOptions(@Nullable LocalDate date, LocalDate today, ZoneId zone) {

	public ParseOptions {
		Objects.requireNonNull(today);
		Objects.requireNonNull(zone);
	}

}
