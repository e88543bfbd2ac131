package org.salon.notification.message;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.salon.notification.plan.Audience;

/**
 * What an organiser wrote to those of a salon.
 *
 * @param dueAt when the first mail may go: until then it can be taken back from all
 * @param recipients for so many it was planned
 * @param undoneAt when it was taken back from those that had not got it, if it was
 */
public record Message(UUID id, int salon, Set<Audience> audience, List<MessageWords> words, Instant writtenAt,
		String writtenBy, Instant dueAt, int recipients, @Nullable Instant undoneAt, @Nullable String undoneBy) {

	/** The subject as it was typed, in whichever language is first. */
	public String subject() {
		return this.words.getFirst().subject();
	}

}
