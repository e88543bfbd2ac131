package org.salon.registration.operator;

import java.util.List;

import org.salon.registration.salon.FieldChange;

/**
 * How one part of a salon changes, in lines.
 *
 * @param reordered whether the same lines stand in another order
 */
public record ChangeView(String part, List<String> removed, List<String> added, boolean reordered) {

	static List<ChangeView> of(List<FieldChange> changes) {
		return changes.stream().map(ChangeView::of).toList();
	}

	private static ChangeView of(FieldChange change) {
		List<String> before = PartText.lines(PartText.of(change.field(), change.before()));
		List<String> after = PartText.lines(PartText.of(change.field(), change.after()));
		List<String> removed = before.stream().filter((line) -> !after.contains(line)).toList();
		List<String> added = after.stream().filter((line) -> !before.contains(line)).toList();
		return new ChangeView(change.field(), removed, added, removed.isEmpty() && added.isEmpty());
	}

}
