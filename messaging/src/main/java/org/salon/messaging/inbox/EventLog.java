package org.salon.messaging.inbox;

import java.util.List;
import java.util.Map;

/**
 * The log read again from its beginning, apart from any consumer group: for a projection
 * that is thrown away and rebuilt. Duplicates and older versions are left out as they are
 * when listening; what cannot be read is left out too, for it lies with the dead letters
 * of the group.
 */
public interface EventLog {

	/**
	 * Reads from the positions to the end that the topic has now.
	 * @param from the next offset for each partition; empty to read from the beginning
	 * @param reader given events in order for each aggregate, many at once, outside any
	 * transaction
	 * @return the next offset for each partition, to go on from
	 */
	Map<Integer, Long> read(String topic, Map<Integer, Long> from, Reader reader);

	/** Who takes what is read. */
	@FunctionalInterface
	interface Reader {

		void accept(List<ReceivedEvent> events);

	}

}
