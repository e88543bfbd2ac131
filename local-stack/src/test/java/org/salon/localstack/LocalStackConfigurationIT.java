package org.salon.localstack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.junit.jupiter.SpringExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(SpringExtension.class)
@ContextConfiguration(classes = LocalStackConfiguration.class)
class LocalStackConfigurationIT {

	@Autowired
	private KafkaConnectionDetails kafka;

	@Autowired
	private JdbcConnectionDetails database;

	@Autowired
	private Environment environment;

	@Test
	void connectsSpringToTheStack() {
		assertThat(this.kafka.getBootstrapServers()).isNotEmpty();
		assertThat(this.database.getJdbcUrl()).startsWith("jdbc:postgresql://");
		assertThat(this.environment.getProperty("spring.mail.port", int.class))
			.isEqualTo(LocalStack.shared().smtpPort());
	}

}
