package org.salon.notification;

import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When people are reminded, and when chats are.
 *
 * @param reminders offsets before the start, any number, as ISO 8601 durations;
 * {@code SALON_REMINDERS}
 * @param chatReminders the same for posts to the club's chats;
 * {@code SALON_CHAT_REMINDERS}
 */
@Validated
@ConfigurationProperties("salon")
record ReminderProperties(@NotNull @DefaultValue( {
		"PT24H", "PT1H" }) List<Duration> reminders, @NotNull @DefaultValue("PT48H") List<Duration> chatReminders){
}
