package org.salon.notification.channel.plan;

import org.salon.notification.plan.ReminderPolicy;
import org.salon.notification.salon.Salon;

/**
 * When the channels are reminded. A group is told days before, while there is time to
 * sign up; who holds a place is reminded by mail.
 *
 * @param reminders of all salons that have none of their own for the chats
 */
public record ChannelPolicy(ReminderPolicy reminders) {

	/** What holds for that salon: its own offsets, if it has such. */
	ReminderPolicy of(Salon salon) {
		return (salon.chatReminders() != null) ? ReminderPolicy.of(salon.chatReminders()) : this.reminders;
	}

}
