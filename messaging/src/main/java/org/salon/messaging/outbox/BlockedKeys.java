package org.salon.messaging.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keys whose next event could not be sent. Nothing of such a key is sent until its time
 * has come, so that no later event overtakes the one that failed. Used by one thread.
 */
class BlockedKeys {

	private static final Duration FIRST = Duration.ofSeconds(1);

	private static final Duration LONGEST = Duration.ofSeconds(30);

	private final Map<String, Block> blocks = new HashMap<>();

	void block(String key, long now) {
		Block before = this.blocks.get(key);
		Duration pause = (before == null) ? FIRST : before.pause.multipliedBy(2);
		if (pause.compareTo(LONGEST) > 0) {
			pause = LONGEST;
		}
		this.blocks.put(key, new Block(pause, now + pause.toNanos()));
	}

	void sent(String key) {
		this.blocks.remove(key);
	}

	List<String> at(long now) {
		return this.blocks.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().until - now > 0)
			.map(Map.Entry::getKey)
			.toList();
	}

	private record Block(Duration pause, long until) {
	}

}
