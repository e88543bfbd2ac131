package org.salon.notification.reply;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import net.fortuna.ical4j.data.ContentHandler;

/**
 * Takes from a calendar the few values that make an answer, while the library reads it.
 * Nothing else is made of what somebody sent: no dates, no zones, no rules.
 */
final class ReplyEntry implements ContentHandler {

	/** Alarms in an event, observances in a zone; none nests deeper. */
	private static final int DEEPEST = 2;

	private static final int LONGEST_SEQUENCE = 9;

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

	private final Map<String, String> values = new HashMap<>();

	private int calendars;

	private int depth;

	private int events;

	private boolean inEvent;

	private String property = "";

	private String partStat = "";

	@Override
	public void startCalendar() {
		this.calendars++;
	}

	@Override
	public void endCalendar() {
		// There is nothing to close.
	}

	@Override
	public void startComponent(String name) {
		if (++this.depth > DEEPEST) {
			throw new IllegalArgumentException("nested too deeply");
		}
		boolean event = name.equalsIgnoreCase("VEVENT");
		this.events += event ? 1 : 0;
		this.inEvent = event && this.depth == 1;
	}

	@Override
	public void endComponent(String name) {
		this.depth--;
		this.inEvent = false;
	}

	@Override
	public void startProperty(String name) {
		this.property = name.toUpperCase(Locale.ROOT);
		this.partStat = "";
	}

	@Override
	public void parameter(String name, String value) {
		if (name.equalsIgnoreCase("PARTSTAT")) {
			this.partStat = value.replace("\"", "").strip().toUpperCase(Locale.ROOT);
		}
	}

	@Override
	public void propertyValue(String value) {
		boolean wanted = switch (this.property) {
			case "METHOD" -> this.depth == 0;
			case "UID", "SEQUENCE", "DTSTAMP", "ATTENDEE" -> this.inEvent;
			default -> false;
		};
		if (!wanted) {
			return;
		}
		if (this.values.put(this.property, value.strip()) != null) {
			throw new IllegalArgumentException(this.property + " comes twice");
		}
		if (this.property.equals("ATTENDEE")) {
			this.values.put("PARTSTAT", this.partStat);
		}
	}

	@Override
	public void endProperty(String name) {
		this.property = "";
	}

	/** Whether it is an answer at all. */
	boolean replies() {
		return "REPLY".equalsIgnoreCase(this.values.get("METHOD"));
	}

	/** The answer. */
	CalendarReply reply(String from) throws UnreadableReply {
		if (this.calendars != 1 || this.events != 1) {
			throw new UnreadableReply("it has not one event");
		}
		return new CalendarReply(from, value("UID"), address(value("ATTENDEE")), value("PARTSTAT"), sequence(),
				stamp());
	}

	private String value(String name) throws UnreadableReply {
		String value = this.values.get(name);
		if (value == null) {
			throw new UnreadableReply(name + " is missing");
		}
		return value;
	}

	private static String address(String attendee) throws UnreadableReply {
		try {
			URI uri = URI.create(attendee);
			if ("mailto".equalsIgnoreCase(uri.getScheme())) {
				return uri.getSchemeSpecificPart();
			}
		}
		catch (IllegalArgumentException ex) {
			throw new UnreadableReply("ATTENDEE is no address", ex);
		}
		throw new UnreadableReply("ATTENDEE is no mail address");
	}

	/** Calendars leave out a zero. */
	private int sequence() throws UnreadableReply {
		String sequence = this.values.getOrDefault("SEQUENCE", "0");
		if (!sequence.matches("\\d{1," + LONGEST_SEQUENCE + "}")) {
			throw new UnreadableReply("SEQUENCE is no number");
		}
		return Integer.parseInt(sequence);
	}

	private Instant stamp() throws UnreadableReply {
		try {
			return LocalDateTime.parse(value("DTSTAMP"), STAMP).toInstant(ZoneOffset.UTC);
		}
		catch (DateTimeException ex) {
			throw new UnreadableReply("DTSTAMP is no time in UTC", ex);
		}
	}

}
