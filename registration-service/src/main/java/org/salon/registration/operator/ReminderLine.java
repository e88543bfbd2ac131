package org.salon.registration.operator;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * When people, or chats, are reminded, on one line of the console's form.
 *
 * <pre>
 * 24h, 5m     a day and five minutes before the start; also 2d, or as ISO 8601 has it
 * -           never
 *             as of all salons
 * </pre>
 */
final class ReminderLine {

	private static final String NONE = "-";

	private static final Pattern SHORT = Pattern.compile("([0-9]{1,5})\\s*([dhm])");

	private ReminderLine() {
	}

	static String text(@Nullable List<Duration> reminders) {
		if (reminders == null) {
			return "";
		}
		return reminders.isEmpty() ? NONE
				: reminders.stream().map(ReminderLine::text).collect(Collectors.joining(", "));
	}

	/** Adds the field of that name as a program would send it. */
	static void addTo(ObjectNode json, String name, String line) {
		if (line.isBlank()) {
			json.putNull(name);
			return;
		}
		ArrayNode items = json.putArray(name);
		if (!line.strip().equals(NONE)) {
			for (String part : line.strip().split("[,，]", -1)) {
				items.add(duration(part.strip()));
			}
		}
	}

	private static String text(Duration offset) {
		if (offset.equals(Duration.ofHours(offset.toHours()))) {
			return offset.toHours() + "h";
		}
		return offset.equals(Duration.ofMinutes(offset.toMinutes())) ? offset.toMinutes() + "m" : offset.toString();
	}

	private static String duration(String text) {
		Matcher matcher = SHORT.matcher(text.toLowerCase(Locale.ROOT));
		if (!matcher.matches()) {
			return text;
		}
		String amount = matcher.group(1);
		return switch (matcher.group(2)) {
			case "d" -> "P" + amount + "D";
			case "h" -> "PT" + amount + "H";
			default -> "PT" + amount + "M";
		};
	}

}
