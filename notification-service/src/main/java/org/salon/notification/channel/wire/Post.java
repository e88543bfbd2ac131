package org.salon.notification.channel.wire;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.salon.notification.channel.plan.PostKind;
import org.salon.notification.salon.Salon;

/**
 * What is posted, in words that no receiver takes for markup.
 *
 * @param id the same however often it is tried
 * @param at since when it is news
 * @param lines each a line of its own, the most important first
 * @param page where to read more
 * @param salon what it is about; absent in a test
 */
public record Post(UUID id, PostKind kind, Instant at, String title, List<String> lines, List<Link> links,
		@Nullable URI page, @Nullable Salon salon) {

	public Post {
		lines = List.copyOf(lines);
		links = List.copyOf(links);
	}

	/** A link in a post. */
	public record Link(String label, String url) {
	}

}
