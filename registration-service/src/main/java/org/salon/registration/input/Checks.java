package org.salon.registration.input;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Collects all that is wrong with a request, so that it is said at once. */
public final class Checks {

	private final List<FieldProblem> problems = new ArrayList<>();

	/** Notes a problem. */
	public void reject(String field, String code, Object... arguments) {
		this.problems.add(new FieldProblem(field, code, List.of(arguments)));
	}

	/** One line of text that must be there; empty, with a problem noted, if it is not. */
	public String line(String field, @Nullable String raw, int max) {
		String text = optional(field, raw, max, false);
		if (text == null && accepts(field)) {
			reject(field, "field.required");
		}
		return (text != null) ? text : "";
	}

	/** One line of text, or none. */
	public @Nullable String optionalLine(String field, @Nullable String raw, int max) {
		return optional(field, raw, max, false);
	}

	/** Text of several lines, or none. */
	public @Nullable String optionalText(String field, @Nullable String raw, int max) {
		return optional(field, raw, max, true);
	}

	/** Whether nothing is wrong with the field so far. */
	public boolean accepts(String field) {
		return this.problems.stream().noneMatch((problem) -> problem.field().equals(field));
	}

	/**
	 * Ends the checks.
	 * @throws InvalidFields if there was any problem
	 */
	public void done() {
		if (!this.problems.isEmpty()) {
			throw new InvalidFields(this.problems);
		}
	}

	private @Nullable String optional(String field, @Nullable String raw, int max, boolean linesAllowed) {
		if (raw == null) {
			return null;
		}
		// Before anything is taken out: what someone hides in a name is not to be tidied.
		if (Text.hasControls(raw, linesAllowed)) {
			reject(field, linesAllowed ? "field.controls" : "field.oneLine");
			return null;
		}
		if (Text.isBroken(raw)) {
			reject(field, "field.broken");
			return null;
		}
		// The length first: normalising a megabyte is work for nothing.
		if (raw.length() > 8 * max || raw.codePointCount(0, raw.length()) > 4 * max) {
			reject(field, "field.tooLong", max);
			return null;
		}
		String text = Text.clean(raw);
		if (text.codePointCount(0, text.length()) > max) {
			reject(field, "field.tooLong", max);
			return null;
		}
		if (Text.isPiledUp(text)) {
			reject(field, "field.piledUp");
			return null;
		}
		return Text.isBlank(text) ? null : text;
	}

}
