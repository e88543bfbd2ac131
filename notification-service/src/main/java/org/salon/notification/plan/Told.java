package org.salon.notification.plan;

import org.jspecify.annotations.Nullable;
import org.salon.notification.salon.SalonFacts;

/**
 * What the last mail to someone said, or may have said. Comparing it with what is so now
 * makes one notice of five changes, none of a change taken back, and none for someone
 * whose confirmation has the new state anyway.
 *
 * @param calendar whether the person's calendar has the entry
 */
public record Told(SalonFacts facts, boolean calendar) {

	/**
	 * What one more mail tells the person; nothing, if it is not one to hold us to.
	 */
	public static @Nullable Told by(DeliveryKind kind, @Nullable Told before, SalonFacts facts, CalendarMethod method) {
		return kind.commits() ? new Told(facts, method.entered(before)) : null;
	}

}
