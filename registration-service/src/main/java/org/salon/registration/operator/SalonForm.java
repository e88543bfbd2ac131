package org.salon.registration.operator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.salon.events.salon.Speaker;
import org.salon.registration.input.FieldProblem;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.SalonDetails;
import org.salon.registration.salon.VersionCondition;
import org.salon.registration.web.Words;

/**
 * A salon as the console's form shows it: every field is text, lists have an item on each
 * line.
 */
public record SalonForm(Map<String, String> values) {

	static final SalonForm BLANK = new SalonForm(Map.of("zone", "Asia/Shanghai"));

	private static final List<String> TEXTS = List.of("number", "version", "title", "host", "format", "startsAt",
			"endsAt", "zone", "speakers", "papers", "outline", "introduction", "joinText", "joinLinks", "joinPublic",
			"about", "capacity", "confirmAddress", "acceptWithin", "questions", "reminders", "chatReminders", "series");

	private static final List<String> OF_ONE_SALON = List.of("version", "title", "startsAt", "endsAt", "speakers",
			"papers", "outline", "introduction");

	private static final Pattern QUESTION = Pattern.compile("signUp\\.questions\\[(\\d+)].*");

	private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

	static SalonForm of(HttpServletRequest request) {
		Map<String, String> values = new HashMap<>();
		TEXTS.forEach((name) -> values.put(name, text(request.getParameter(name))));
		return new SalonForm(values);
	}

	static SalonForm of(Salon salon) {
		SalonDetails details = salon.details();
		Map<String, String> values = new LinkedHashMap<>();
		values.put("number", Integer.toString(salon.number()));
		values.put("version", Long.toString(salon.version()));
		values.put("title", details.title());
		values.put("host", text(details.host()));
		values.put("format", text(details.format()));
		values.put("startsAt", local(details.startsAt(), details));
		values.put("endsAt", local(details.endsAt(), details));
		values.put("zone", details.zone().getId());
		values.put("speakers", details.speakers().stream().map(SalonForm::line).collect(Collectors.joining("\n")));
		values.put("papers", String.join("\n", details.papers()));
		values.put("outline", String.join("\n", details.outline()));
		values.put("introduction", text(details.introduction()));
		values.put("joinText", text(details.joinText()));
		values.put("joinLinks", String.join("\n", details.joinLinks()));
		values.put("joinPublic", details.joinPublic() ? "true" : "");
		values.put("about", text(details.about()));
		values.put("capacity", (details.capacity() != null) ? details.capacity().toString() : "");
		values.put("confirmAddress", details.signUp().confirmAddress() ? "true" : "");
		values.put("acceptWithin", hours(details.signUp().acceptWithin()));
		values.put("questions", QuestionLines.text(details.signUp().questions()));
		values.put("reminders", ReminderLine.text(details.reminders()));
		values.put("chatReminders", ReminderLine.text(details.chatReminders()));
		values.put("series", text(details.series()));
		return new SalonForm(values);
	}

	/**
	 * A form for the next salon of the same kind: as the other one in what stays from
	 * week to week, at its time of day on the next such day of the week.
	 */
	static SalonForm nextLike(Salon other, int number, Instant now) {
		Map<String, String> values = new HashMap<>(of(other).values);
		OF_ONE_SALON.forEach(values::remove);
		values.put("number", Integer.toString(number));
		SalonDetails details = other.details();
		if (details.startsAt() != null && details.endsAt() != null) {
			ZonedDateTime start = details.startsAt().atZone(details.zone());
			long weeks = 1;
			// By the calendar: a time of day stays when clocks are put forward.
			while (!start.plusWeeks(weeks).toInstant().isAfter(now)) {
				weeks++;
			}
			values.put("startsAt", LOCAL.format(start.plusWeeks(weeks)));
			values.put("endsAt", LOCAL.format(details.endsAt().atZone(details.zone()).plusWeeks(weeks)));
		}
		return new SalonForm(values);
	}

	/** The same, to be saved over that version. */
	SalonForm forVersion(long version) {
		Map<String, String> values = new HashMap<>(this.values);
		values.put("version", Long.toString(version));
		return new SalonForm(values);
	}

	/** The other's values of all fields that differ, in the order of the form. */
	Map<String, String> differences(SalonForm other) {
		Map<String, String> differences = new LinkedHashMap<>();
		TEXTS.stream()
			.filter((name) -> !name.equals("version") && !plain(name).equals(other.plain(name)))
			.forEach((name) -> differences.put(name, other.get(name)));
		return differences;
	}

	private String plain(String name) {
		return get(name).replace("\r\n", "\n").strip();
	}

	/** The value of a field; empty if it has none. */
	public String get(String name) {
		return this.values.getOrDefault(name, "");
	}

	@Nullable String condition() {
		return get("version").isBlank() ? null : VersionCondition.tag(Long.parseLong(get("version").strip()));
	}

	/** The same as a program would send it. */
	ObjectNode json() {
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		for (String name : List.of("title", "host", "format", "startsAt", "endsAt", "zone", "introduction", "joinText",
				"about", "series")) {
			json.put(name, get(name).replace("\r\n", "\n"));
		}
		for (String name : List.of("papers", "outline", "joinLinks")) {
			ArrayNode items = json.putArray(name);
			lines(name).forEach(items::add);
		}
		SpeakerLines.addTo(json.putArray("speakers"), lines("speakers"));
		addSignUp(json.putObject("signUp"));
		ReminderLine.addTo(json, "reminders", get("reminders"));
		ReminderLine.addTo(json, "chatReminders", get("chatReminders"));
		json.put("joinPublic", !get("joinPublic").isEmpty());
		integer(json, "number");
		integer(json, "capacity");
		return json;
	}

	/** What is wrong, by the field of the form. */
	Map<String, String> errors(InvalidFields ex, Words words) {
		Map<String, String> errors = new HashMap<>();
		for (FieldProblem problem : ex.problems()) {
			Matcher question = QUESTION.matcher(problem.field());
			String message = question.matches()
					? words.of("salonForm.question", Integer.parseInt(question.group(1)) + 1, words.of(problem))
					: words.of(problem);
			errors.putIfAbsent(problem.field().replaceFirst("^signUp\\.", "").replaceFirst("[\\[.].*", ""), message);
		}
		return errors;
	}

	private void addSignUp(ObjectNode rules) {
		rules.put("confirmAddress", !get("confirmAddress").isEmpty());
		String within = get("acceptWithin").strip();
		if (within.isEmpty()) {
			rules.putNull("acceptWithin");
		}
		else {
			rules.put("acceptWithin", within.matches("[0-9]{1,4}") ? "PT" + within + "H" : within);
		}
		QuestionLines.addTo(rules.putArray("questions"), get("questions"));
	}

	private void integer(ObjectNode json, String name) {
		String text = get(name).strip();
		if (text.matches("-?[0-9]{1,9}")) {
			json.put(name, Integer.parseInt(text));
		}
		else if (text.isEmpty()) {
			json.putNull(name);
		}
		else {
			json.put(name, text);
		}
	}

	private List<String> lines(String name) {
		return get(name).lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
	}

	private static String line(Speaker speaker) {
		return (speaker.affiliation() != null) ? speaker.name() + " | " + speaker.affiliation() : speaker.name();
	}

	private static String hours(@Nullable Duration duration) {
		if (duration == null) {
			return "";
		}
		boolean whole = duration.equals(Duration.ofHours(duration.toHours()));
		return whole ? Long.toString(duration.toHours()) : duration.toString();
	}

	private static String local(@Nullable Instant instant, SalonDetails details) {
		return (instant != null) ? LOCAL.format(instant.atZone(details.zone())) : "";
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
