package org.salon.archive.page;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.salon.archive.salon.TopicGroup;

/** Topics under their tag, so many of them that a row stays readable. */
record Topics(@Nullable Named tag, Folded<String> topics) {

	private static final int SHOWN = 300;

	static List<Topics> of(List<TopicGroup> groups) {
		return groups.stream().map(Topics::of).toList();
	}

	/** The tags alone. */
	static List<Topics> tagsOf(List<TopicGroup> groups) {
		return groups.stream().map((group) -> new Topics(tag(group), Folded.none())).toList();
	}

	private static Topics of(TopicGroup group) {
		return new Topics(tag(group), fold(group.topics()));
	}

	private static @Nullable Named tag(TopicGroup group) {
		String tag = group.tag();
		return (tag == null || tag.isBlank()) ? null : Named.tag(tag);
	}

	private static Folded<String> fold(List<String> topics) {
		List<String> shown = new ArrayList<>();
		int room = SHOWN;
		for (String topic : topics) {
			if (topic.length() > room) {
				break;
			}
			shown.add(topic);
			room -= topic.length();
		}
		List<String> rest = topics.subList(shown.size(), topics.size());
		if (shown.isEmpty() && !rest.isEmpty()) {
			return new Folded<>(List.of(Folded.start(rest.getFirst(), SHOWN)), rest);
		}
		return new Folded<>(shown, rest);
	}

}
