package org.salon.registration.operator;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.salon.registration.salon.HistoryEntry;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.SalonPages;

/**
 * One change of a salon as the console lists it.
 *
 * @param at when, in words
 * @param before the version to go back to
 */
public record HistoryView(long version, long before, String at, HistoryEntry.Kind kind, HistoryEntry.Author by,
		@Nullable String reason, List<ChangeView> changes) {

	static List<HistoryView> of(Salon salon, List<HistoryEntry> entries, SalonPages pages, Locale locale) {
		return entries.stream()
			.map((entry) -> new HistoryView(entry.version(), entry.version() - 1,
					pages.moment(salon, entry.at(), locale), entry.kind(), entry.by(), entry.reason(),
					ChangeView.of(entry.changes())))
			.toList();
	}

	/** Whether what it was before can be put back. */
	public boolean canBeTakenBack() {
		return this.kind != HistoryEntry.Kind.RENUMBERED && !this.changes.isEmpty();
	}

}
