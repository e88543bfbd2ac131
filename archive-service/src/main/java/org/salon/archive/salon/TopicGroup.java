package org.salon.archive.salon;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Topics under the tag that they stand under; none if they had none. */
public record TopicGroup(@Nullable String tag, List<String> topics) {

	public TopicGroup {
		topics = List.copyOf(topics);
	}

}
