package org.salon.localstack;

import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LocalStackIT {

	private final LocalStack stack = LocalStack.shared();

	@Test
	void offersBrokerWithTheFeaturesOfItsVersion() throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", this.stack.bootstrapServers()))) {
			String topic = "topic-" + UUID.randomUUID();
			admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get(10, TimeUnit.SECONDS);
			assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS)).contains(topic);
			assertThat(admin.describeFeatures().featureMetadata().get(10, TimeUnit.SECONDS).finalizedFeatures())
				.hasEntrySatisfying("group.version", (level) -> assertThat(level.maxVersionLevel()).isPositive());
		}
	}

	@Test
	void offersDurableDatabaseOwnedByRoleThatIsNoSuperuser() throws Exception {
		String url = this.stack.createDatabase("stack_" + UUID.randomUUID().toString().replace("-", ""));
		try (var connection = DriverManager.getConnection(url, this.stack.user(), this.stack.password());
				var statement = connection.createStatement();
				var row = statement.executeQuery("""
						SELECT current_setting('fsync'), current_setting('synchronous_commit'),
							current_setting('full_page_writes'), current_setting('server_version_num')::int / 10000,
							current_setting('is_superuser'), current_setting('server_encoding')""")) {
			assertThat(row.next()).isTrue();
			assertThat(List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
					row.getString(6)))
				.containsExactly("on", "on", "on", "18", "off", "UTF8");
		}
	}

	@Test
	void catchesMailForAnyRecipient() throws Exception {
		String to = "anyone-" + UUID.randomUUID() + "@example.org";
		Session session = Session.getInstance(new java.util.Properties());
		MimeMessage mail = new MimeMessage(session);
		mail.setFrom("club@example.org");
		mail.setRecipient(RecipientType.TO, new InternetAddress(to));
		mail.setSubject("第44期沙龙", "UTF-8");
		mail.setText("你好", "UTF-8");
		mail.saveChanges();
		try (Transport transport = session.getTransport("smtp")) {
			transport.connect("127.0.0.1", this.stack.smtpPort(), null, null);
			transport.sendMessage(mail, mail.getAllRecipients());
		}
		MimeMessage received = this.stack.mail()
			.awaitMessage(to, (candidate) -> candidate.getSubject().equals("第44期沙龙"), Duration.ofSeconds(5));
		assertThat(received.getContent()).asString().contains("你好");
		assertThat(received.getMessageID()).isEqualTo(mail.getMessageID());
	}

}
