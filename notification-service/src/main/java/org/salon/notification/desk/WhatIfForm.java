package org.salon.notification.desk;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.salon.notification.operator.BadFields;
import org.salon.notification.operator.WhatIf;

/**
 * What an operator typed to see another moment, or other reminders.
 *
 * <pre>
 * 2026-06-07T19:30        in the salon's zone, as browsers send it; also with an offset
 * 24h, 5m                 a day and five minutes before the start; also 2d, 1小时, PT5M
 * -                       no reminders
 *                         now; the reminders that hold
 * </pre>
 *
 * @param assumed nothing, if something is wrong
 * @param errors in the operator's language, by field
 */
record WhatIfForm(String at, String reminders, @Nullable WhatIf assumed, Map<String, String> errors) {

	private static final String NONE = "-";

	private static final Pattern SHORT = Pattern.compile("([0-9]{1,5})\\s*(d|h|m|s|天|小时|分钟|秒)");

	static WhatIfForm read(@Nullable String at, @Nullable String reminders, ZoneId zone, DeskWords words) {
		String typedAt = (at != null) ? at.strip() : "";
		String typedReminders = (reminders != null) ? reminders.strip() : "";
		try {
			WhatIf assumed = WhatIf.read(moment(typedAt, zone), offsets(typedReminders));
			return new WhatIfForm(typedAt, typedReminders, assumed, Map.of());
		}
		catch (BadFields ex) {
			Map<String, String> errors = new TreeMap<>();
			ex.fields().keySet().forEach((field) -> errors.put(field, words.of("whatIf." + field + ".bad")));
			return new WhatIfForm(typedAt, typedReminders, null, errors);
		}
	}

	private static @Nullable String moment(String text, ZoneId zone) {
		if (text.isEmpty()) {
			return null;
		}
		try {
			return LocalDateTime.parse(text).atZone(zone).toOffsetDateTime().toString();
		}
		catch (DateTimeException ex) {
			return text;
		}
	}

	private static @Nullable String offsets(String text) {
		if (text.isEmpty()) {
			return null;
		}
		return text.equals(NONE) ? ""
				: Arrays.stream(text.split("[,，、]", -1))
					.map((part) -> offset(part.strip()))
					.collect(Collectors.joining(","));
	}

	private static String offset(String text) {
		Matcher matcher = SHORT.matcher(text.toLowerCase(Locale.ROOT));
		if (!matcher.matches()) {
			return text;
		}
		String amount = matcher.group(1);
		return switch (matcher.group(2)) {
			case "d", "天" -> "P" + amount + "D";
			case "h", "小时" -> "PT" + amount + "H";
			case "m", "分钟" -> "PT" + amount + "M";
			default -> "PT" + amount + "S";
		};
	}

}
