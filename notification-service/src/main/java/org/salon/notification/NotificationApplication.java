package org.salon.notification;

import java.time.Clock;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

import org.salon.notification.channel.plan.ChannelPolicy;
import org.salon.notification.plan.PlanPolicy;
import org.salon.notification.plan.QuietHours;
import org.salon.notification.plan.ReminderPolicy;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The back office: what is due to whom, and did it arrive. */
@OpenAPIDefinition(info = @Info(title = "Salon: notification-service",
		description = "What mails are due to whom, and what became of them. All calls are the operator's."))
@SpringBootApplication
@ConfigurationPropertiesScan
public class NotificationApplication {

	public static void main(String[] arguments) {
		SpringApplication.run(NotificationApplication.class, arguments);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	QuietHours quietHours(@Value("${salon.quiet-hours:}") String hours) {
		return QuietHours.parse(hours);
	}

	@Bean
	PlanPolicy planPolicy(ReminderProperties reminders, FeedbackProperties feedback) {
		return new PlanPolicy(ReminderPolicy.of(reminders.reminders()), feedback.feedbackAfter());
	}

	@Bean
	ChannelPolicy channelPolicy(ReminderProperties reminders) {
		return new ChannelPolicy(ReminderPolicy.of(reminders.chatReminders()));
	}

}
