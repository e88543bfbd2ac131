package org.salon.invitation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Topics of a past salon with the 【tag】 that they stand under.
 *
 * @param tag without its brackets; null for topics before any tag
 */
public record TopicGroup(@Nullable String tag, List<String> topics) {

	public TopicGroup {
		topics = List.copyOf(topics);
	}

}
