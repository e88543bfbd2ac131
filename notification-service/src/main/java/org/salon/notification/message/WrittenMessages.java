package org.salon.notification.message;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.salon.notification.mail.OwnWords;
import org.salon.notification.mail.Wording;
import org.salon.notification.plan.Audience;

import org.springframework.stereotype.Component;

/**
 * What messages say, for whoever writes their mails: one never changes, so that it is
 * read once.
 */
@Component
public class WrittenMessages {

	private static final int REMEMBERED = 100;

	private final Map<UUID, Written> known = new ConcurrentHashMap<>();

	private final Messages messages;

	private final Wording wording;

	WrittenMessages(Messages messages, Wording wording) {
		this.messages = messages;
		this.wording = wording;
	}

	/** The message of that id. */
	public Optional<Written> find(UUID id) {
		Written written = this.known.get(id);
		if (written != null) {
			return Optional.of(written);
		}
		if (this.known.size() > REMEMBERED) {
			this.known.clear();
		}
		Optional<Written> read = this.messages.find(id).map(this::written);
		read.ifPresent((found) -> this.known.put(id, found));
		return read;
	}

	private Written written(Message message) {
		return new Written(message.audience(),
				message.words().stream().collect(Collectors.toMap(MessageWords::language, MessageWords::compile)),
				this.wording);
	}

	/** To whom, and in which words. */
	public static final class Written {

		private final Set<Audience> audience;

		private final Map<String, OwnWords> words;

		private final Wording wording;

		Written(Set<Audience> audience, Map<String, OwnWords> words, Wording wording) {
			this.audience = audience;
			this.words = words;
			this.wording = wording;
		}

		public Set<Audience> audience() {
			return this.audience;
		}

		/** For someone who asked for that language. */
		public @Nullable OwnWords words(String language) {
			OwnWords own = this.words.get(this.wording.language(language).toLanguageTag());
			return (own != null) ? own : this.words.get(MessageWords.ALL);
		}

	}

}
