package org.salon.notification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.salon.apidocs.ApiDocsGeneration;
import org.salon.localstack.LocalStackConfiguration;
import org.salon.notification.database.Detour;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * The whole service on real parts; one context for all tests, so it is the same
 * everywhere.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = NotificationApplication.class,
		properties = { "salon.link-key=" + Fixtures.LINK_KEY, "salon.operator.password=test-operator",
				"salon.sender.lease=2s", "salon.sender.poll=500ms", "salon.sender.first-retry=200ms",
				"salon.sender.longest-retry=1s", "salon.sender.first-pause=200ms", "salon.sender.longest-pause=1s",
				"salon.kept-mails=P9999D", "salon.smtp.read-timeout=5s", "salon.smtp.send-timeout=6s",
				"spring.kafka.consumer.properties.metadata.max.age.ms=1000", "management.tracing.enabled=false" })
@AutoConfigureMockMvc
@Import({ LocalStackConfiguration.class, MovableClock.class, World.class, Detour.class, ApiDocsGeneration.class })
public @interface NotificationTest {

}
