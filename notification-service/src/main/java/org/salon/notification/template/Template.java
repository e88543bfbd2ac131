package org.salon.notification.template;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Words for one mail in one language.
 *
 * @param own whether they are the operator's own
 * @param body the first paragraphs, a line each
 * @param savedAt when they were kept, if they are own
 */
public record Template(String kind, String language, boolean own, String subject, String body,
		@Nullable Instant savedAt) {
}
