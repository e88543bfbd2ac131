package org.salon.registration.salon;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.salon.events.salon.TopicGroup;
import org.salon.registration.input.Checks;
import org.salon.registration.input.JsonFields;

/** Reads what is to be mended of a past salon. */
public final class CorrectionRequest {

	static final int LONGEST_REASON = 500;

	static final int LONGEST_TOPIC = 500;

	/** What was so when people signed up and came is history, and no mistake to mend. */
	private static final List<String> SETTLED = List.of("number", "startsAt", "endsAt", "zone", "format", "joinText",
			"joinLinks", "joinPublic", "about", "capacity", "signUp", "reminders", "chatReminders");

	private static final int FIRST_YEAR = 1900;

	private static final int LAST_YEAR = 2199;

	private final JsonFields fields;

	private final Checks checks;

	private final Map<String, @Nullable Object> parts = new LinkedHashMap<>();

	private CorrectionRequest(JsonFields fields) {
		this.fields = fields;
		this.checks = fields.checks();
	}

	/**
	 * The correction of a body.
	 * @throws org.salon.registration.input.InvalidFields with all that is wrong
	 */
	public static Correction read(JsonFields fields) {
		return new CorrectionRequest(fields).read();
	}

	private Correction read() {
		SETTLED.stream().filter(this.fields::has).forEach((field) -> this.checks.reject(field, "field.notCorrectable"));
		part("title", (name) -> this.checks.line(name, this.fields.string(name), SalonRequest.LINE));
		part("host", this::optionalLine);
		part("series", this::optionalLine);
		part("speakers", (name) -> SalonRequest.speakers(this.fields));
		part("papers", (name) -> this.fields.lines(name, LONGEST_TOPIC));
		part("outline", (name) -> this.fields.lines(name, LONGEST_TOPIC));
		part("introduction", (name) -> this.checks.optionalText(name, this.fields.string(name), SalonRequest.TEXT));
		part("groups", (name) -> groups());
		part("links", (name) -> ReplayRequest.links(this.fields));
		part("notes", (name) -> this.fields.lines(name, LONGEST_TOPIC));
		LocalDate date = this.fields.has("date") ? date() : null;
		String reason = this.checks.optionalLine("reason", this.fields.string("reason"), LONGEST_REASON);
		Boolean notify = this.fields.bool("notify");
		this.checks.done();
		return new Correction(this.parts, date, reason, notify != null && notify);
	}

	private void part(String name, Function<String, @Nullable Object> read) {
		if (this.fields.has(name)) {
			this.parts.put(name, read.apply(name));
		}
	}

	private @Nullable String optionalLine(String name) {
		return this.checks.optionalLine(name, this.fields.string(name), SalonRequest.LINE);
	}

	private List<TopicGroup> groups() {
		List<TopicGroup> groups = new ArrayList<>();
		for (JsonFields group : this.fields.objects("groups")) {
			String tag = this.checks.optionalLine(group.name("tag"), group.string("tag"), SalonRequest.LINE);
			groups.add(new TopicGroup(tag, group.lines("topics", LONGEST_TOPIC)));
		}
		return groups;
	}

	private @Nullable LocalDate date() {
		String text = this.checks.line("date", this.fields.string("date"), SalonRequest.LINE);
		if (text.isEmpty()) {
			return null;
		}
		try {
			LocalDate date = LocalDate.parse(text);
			if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
				this.checks.reject("date", "field.farTime");
			}
			return date;
		}
		catch (DateTimeException ex) {
			this.checks.reject("date", "field.date");
			return null;
		}
	}

}
