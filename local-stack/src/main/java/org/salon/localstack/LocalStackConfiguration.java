package org.salon.localstack;

import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * Gives the Spring context of a test a real broker, database and mail server: containers
 * where Docker is there, else the {@link LocalStack} of this JVM. The log says which.
 *
 * <p>
 * Import it in a {@code @SpringBootTest}. Each context gets an empty database of its own,
 * or that named by the property {@code salon.test.database}. Mails go to the catcher of
 * the local stack in both cases.
 */
@Configuration(proxyBeanMethods = false)
public class LocalStackConfiguration {

	private static final Logger log = LoggerFactory.getLogger(LocalStackConfiguration.class);

	@Bean
	DynamicPropertyRegistrar mailCatcherProperties() {
		return (properties) -> {
			properties.add("spring.mail.host", () -> "127.0.0.1");
			properties.add("spring.mail.port", () -> LocalStack.shared().smtpPort());
		};
	}

	/** The embedded servers, as processes of this machine. */
	@Configuration(proxyBeanMethods = false)
	@Conditional(DockerCondition.Absent.class)
	static class Embedded {

		@Bean
		KafkaConnectionDetails kafkaConnectionDetails() {
			log.info("Tests use the embedded broker at {}", LocalStack.shared().bootstrapServers());
			return () -> List.of(LocalStack.shared().bootstrapServers());
		}

		@Bean
		JdbcConnectionDetails jdbcConnectionDetails(Environment environment) {
			String fresh = "test_" + UUID.randomUUID().toString().replace("-", "");
			String url = LocalStack.shared().createDatabase(environment.getProperty("salon.test.database", fresh));
			log.info("Tests use the embedded PostgreSQL at {}", url);
			return new EmbeddedDatabase(url, LocalStack.shared().user(), LocalStack.shared().password());
		}

	}

	/** Containers, stopped with the context. */
	@Configuration(proxyBeanMethods = false)
	@Conditional(DockerCondition.Present.class)
	static class Containers {

		@Bean
		@ServiceConnection
		KafkaContainer kafkaContainer() {
			log.info("Tests use Kafka in a container");
			return new KafkaContainer("apache/kafka:4.2.2");
		}

		@Bean
		@ServiceConnection
		PostgreSQLContainer postgresContainer(Environment environment) {
			log.info("Tests use PostgreSQL in a container");
			return new PostgreSQLContainer("postgres:18")
				.withDatabaseName(environment.getProperty("salon.test.database", "test"));
		}

	}

	private record EmbeddedDatabase(String url, String user, String password) implements JdbcConnectionDetails {

		@Override
		public String getJdbcUrl() {
			return this.url;
		}

		@Override
		public String getUsername() {
			return this.user;
		}

		@Override
		public String getPassword() {
			return this.password;
		}

	}

}
