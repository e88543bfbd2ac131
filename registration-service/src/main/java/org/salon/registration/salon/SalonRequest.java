package org.salon.registration.salon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.salon.events.salon.SignUpRules;
import org.salon.events.salon.Speaker;
import org.salon.registration.input.Checks;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.input.JsonFields;

/** Reads a salon as the operator writes it by hand. */
public final class SalonRequest {

	static final int LARGEST_NUMBER = 999_999;

	static final int LINE = 200;

	static final int TEXT = 20_000;

	static final int MOST_SEATS = 1_000_000;

	private final JsonFields fields;

	private final Checks checks;

	public SalonRequest(JsonFields fields) {
		this.fields = fields;
		this.checks = fields.checks();
	}

	/** The number of a new salon; problems are told together with those of the rest. */
	public int number() {
		return number(this.fields, "number");
	}

	static int number(JsonFields fields, String name) {
		Integer number = fields.integer(name);
		if (number == null && fields.checks().accepts(name)) {
			fields.checks().reject(name, "field.required");
		}
		else if (number != null && (number < 1 || number > LARGEST_NUMBER)) {
			fields.checks().reject(name, "field.number", LARGEST_NUMBER);
		}
		return (number != null) ? number : 0;
	}

	/** Notes a problem if the body names another salon than the path. */
	public void sameNumber(int number) {
		Integer named = this.fields.integer("number");
		if (named != null && named != number) {
			this.checks.reject("number", "field.otherNumber", number);
		}
	}

	/**
	 * The details.
	 * @param known what is kept where the request says nothing, if there is anything
	 * @throws InvalidFields with all that is wrong
	 */
	public SalonDetails details(@Nullable SalonDetails known) {
		String title = this.checks.line("title", this.fields.string("title"), LINE);
		SalonTimes times = SalonTimes.read(this.fields);
		String host = line("host", (known != null) ? known.host() : null);
		String format = line("format", (known != null) ? known.format() : null);
		List<Speaker> speakers = list("speakers", this::speakers, (known != null) ? known.speakers() : List.of());
		List<String> papers = list("papers", () -> this.fields.lines("papers", 500),
				(known != null) ? known.papers() : List.of());
		List<String> outline = list("outline", () -> this.fields.lines("outline", 500),
				(known != null) ? known.outline() : List.of());
		String introduction = text("introduction", (known != null) ? known.introduction() : null);
		String joinText = text("joinText", (known != null) ? known.joinText() : null);
		List<String> joinLinks = list("joinLinks", this::joinLinks, (known != null) ? known.joinLinks() : List.of());
		Boolean joinPublic = this.fields.bool("joinPublic");
		String about = text("about", (known != null) ? known.about() : null);
		Integer capacity = capacity((known != null) ? known.capacity() : null);
		SignUpRules signUp = SignUpRulesRequest.read(this.fields, (known != null) ? known.signUp() : SignUpRules.PLAIN);
		List<Duration> reminders = RemindersRequest.read(this.fields, "reminders",
				(known != null) ? known.reminders() : null);
		List<Duration> chatReminders = RemindersRequest.read(this.fields, "chatReminders",
				(known != null) ? known.chatReminders() : null);
		String series = line("series", (known != null) ? known.series() : null);
		this.checks.done();
		if (times == null) {
			throw new InvalidFields("startsAt", "field.required");
		}
		return new SalonDetails(title, host, format, times.startsAt().atZone(times.zone()).toLocalDate(),
				times.startsAt(), times.endsAt(), times.zone(), speakers, papers, outline, introduction, joinText,
				joinLinks, (joinPublic != null) ? joinPublic : known != null && known.joinPublic(), about, capacity,
				(known != null) ? known.groups() : List.of(), (known != null) ? known.links() : List.of(),
				(known != null) ? known.notes() : List.of(), signUp, reminders, chatReminders, series);
	}

	private @Nullable String line(String field, @Nullable String known) {
		return this.fields.has(field) ? this.checks.optionalLine(field, this.fields.string(field), LINE) : known;
	}

	private @Nullable String text(String field, @Nullable String known) {
		return this.fields.has(field) ? this.checks.optionalText(field, this.fields.string(field), TEXT) : known;
	}

	private <T> List<T> list(String field, Supplier<List<T>> read, List<T> known) {
		return this.fields.has(field) ? read.get() : known;
	}

	private @Nullable Integer capacity(@Nullable Integer known) {
		if (!this.fields.has("capacity")) {
			return known;
		}
		Integer capacity = this.fields.integer("capacity");
		if (capacity != null && (capacity < 1 || capacity > MOST_SEATS)) {
			this.checks.reject("capacity", "field.capacity", MOST_SEATS);
		}
		return capacity;
	}

	private List<Speaker> speakers() {
		return speakers(this.fields);
	}

	static List<Speaker> speakers(JsonFields fields) {
		List<Speaker> speakers = new ArrayList<>();
		for (JsonFields speaker : fields.objects("speakers")) {
			String name = fields.checks().line(speaker.name("name"), speaker.string("name"), LINE);
			speakers.add(new Speaker(name,
					fields.checks().optionalLine(speaker.name("affiliation"), speaker.string("affiliation"), LINE)));
		}
		return speakers;
	}

	private List<String> joinLinks() {
		List<String> links = this.fields.lines("joinLinks", 2_000);
		for (int i = 0; i < links.size(); i++) {
			String problem = WebAddress.problemOf(links.get(i));
			if (problem != null && !links.get(i).isEmpty()) {
				this.checks.reject("joinLinks[" + i + "]", problem);
			}
		}
		return links;
	}

}
