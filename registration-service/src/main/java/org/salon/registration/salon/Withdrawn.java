package org.salon.registration.salon;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.salon.events.salon.Link;
import org.salon.events.salon.TopicGroup;

/**
 * What corrections took out of a salon, or put something else in place of: a table that
 * was written before does not bring it back.
 */
record Withdrawn(Set<String> urls, List<TopicGroup> groups, Set<String> notes) {

	static Withdrawn by(List<HistoryEntry> corrections) {
		Set<String> urls = new HashSet<>();
		List<TopicGroup> groups = new ArrayList<>();
		Set<String> notes = new HashSet<>();
		for (FieldChange change : corrections.stream().flatMap((entry) -> entry.changes().stream()).toList()) {
			switch (change.field()) {
				case "links" -> SalonParts.list(change.before(), Link.class).forEach((link) -> urls.add(link.url()));
				case "groups" -> groups.addAll(SalonParts.list(change.before(), TopicGroup.class));
				case "notes" -> notes.addAll(SalonParts.list(change.before(), String.class));
				default -> {
					// A table's row brings nothing else into a salon that is there.
				}
			}
		}
		return new Withdrawn(urls, groups, notes);
	}

	boolean hasTopic(@Nullable String tag, String topic) {
		return this.groups.stream()
			.anyMatch((group) -> Objects.equals(group.tag(), tag) && group.topics().contains(topic));
	}

}
