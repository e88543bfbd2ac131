package org.salon.events.salon;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Topics under the tag that they stand under, such as 论文分享; none if they had none. */
public record TopicGroup(@Nullable String tag, List<String> topics) {

	public TopicGroup {
		topics = List.copyOf(topics);
	}

}
