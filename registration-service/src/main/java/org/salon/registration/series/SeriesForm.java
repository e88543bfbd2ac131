package org.salon.registration.series;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.salon.registration.input.Checks;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.salon.Salon;

/** A series as the console's form shows it: every field is text. */
public record SeriesForm(String name, String model, String first, String minutes, String zone, String weeks,
		String ahead) {

	private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

	private static final int NAME = 100;

	private static final int DAY = 1_440;

	private static final int LARGEST_SALON = 999_999;

	static final SeriesForm BLANK = new SeriesForm("", "", "", "120", "Asia/Shanghai", "1", "2");

	static SeriesForm of(Map<String, String> fields) {
		return new SeriesForm(text(fields, "name"), text(fields, "model"), text(fields, "first"),
				text(fields, "minutes"), text(fields, "zone"), text(fields, "weeks"), text(fields, "ahead"));
	}

	static SeriesForm of(Series series) {
		Rhythm rhythm = series.rhythm();
		return new SeriesForm(series.name(), Integer.toString(series.model()),
				LOCAL.format(rhythm.anchor().atTime(rhythm.time())), Long.toString(rhythm.length().toMinutes()),
				rhythm.zone().getId(), Integer.toString(rhythm.weeks()), Integer.toString(series.ahead()));
	}

	/** Each week at the time of that salon. */
	static SeriesForm like(Salon salon) {
		ZonedDateTime start = salon.startsAt().atZone(salon.details().zone());
		return new SeriesForm(Objects.requireNonNullElse(salon.details().series(), ""),
				Integer.toString(salon.number()), LOCAL.format(start),
				Long.toString(Duration.between(salon.startsAt(), salon.endsAt()).toMinutes()),
				salon.details().zone().getId(), "1", "2");
	}

	/**
	 * What it says.
	 * @throws InvalidFields with all that is wrong
	 */
	Series read() {
		Checks checks = new Checks();
		String named = checks.line("name", this.name, NAME);
		int like = number(checks, "model", this.model, 1, LARGEST_SALON);
		int length = number(checks, "minutes", this.minutes, 1, DAY);
		int every = number(checks, "weeks", this.weeks, 1, Series.MOST_WEEKS);
		int many = number(checks, "ahead", this.ahead, 0, Series.MOST_AHEAD);
		ZoneId place = zone(checks);
		LocalDateTime start = start(checks);
		checks.done();
		return new Series(named, new Rhythm(Objects.requireNonNull(start).toLocalDate(), start.toLocalTime(),
				Duration.ofMinutes(length), Objects.requireNonNull(place), every), many, like);
	}

	private @Nullable LocalDateTime start(Checks checks) {
		try {
			return LocalDateTime.parse(this.first.strip());
		}
		catch (DateTimeException ex) {
			checks.reject("first", "field.localTime");
			return null;
		}
	}

	private @Nullable ZoneId zone(Checks checks) {
		if (ZoneId.getAvailableZoneIds().contains(this.zone.strip())) {
			return ZoneId.of(this.zone.strip());
		}
		checks.reject("zone", "field.zone");
		return null;
	}

	private static int number(Checks checks, String field, String text, int least, int most) {
		if (text.strip().matches("[0-9]{1,9}")) {
			int number = Integer.parseInt(text.strip());
			if (number >= least && number <= most) {
				return number;
			}
		}
		checks.reject(field, "field.between", least, most);
		return least;
	}

	private static String text(Map<String, String> fields, String name) {
		return fields.getOrDefault(name, "");
	}

}
