package org.salon.archive;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

import org.salon.apidocs.ApiDocsGeneration;
import org.salon.localstack.LocalStackConfiguration;

/**
 * The whole service on a real broker and database. One configuration for all tests, so
 * that they share one context: each uses salons of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "salon.operator.password=" + Browser.PASSWORD, "salon.base-url=https://salon.example.org",
				"salon.archive-base-url=https://archive.example.org/", "salon.trusted-proxies=127.0.0.1",
				// The servers of the tests end with the JVM, before the context is
				// closed.
				"spring.datasource.hikari.connection-timeout=3000" })
@Import({ LocalStackConfiguration.class, RunningArchive.Parts.class, ApiDocsGeneration.class })
public @interface RunningArchive {

	/** What tests need besides. */
	@TestConfiguration(proxyBeanMethods = false)
	class Parts {

		@Bean
		@Primary
		TestClock testClock() {
			return new TestClock();
		}

		@Bean
		EventWriter eventWriter(KafkaConnectionDetails kafka) {
			return new EventWriter(String.join(",", kafka.getBootstrapServers()));
		}

	}

}
