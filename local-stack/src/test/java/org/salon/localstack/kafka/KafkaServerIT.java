package org.salon.localstack.kafka;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class KafkaServerIT {

	private static final int RECORDS = 1000;

	@TempDir
	private Path folder;

	@Test
	void keepsRecordsOverKill() throws Exception {
		try (KafkaServer broker = new KafkaServer(this.folder, 0).start()) {
			createTopic(broker);
			write(broker);
			broker.kill();
			broker.start();
			assertThat(count(broker)).isEqualTo(RECORDS);
		}
	}

	@Test
	void takesThePlaceOfBrokerLeftBehind() {
		try (KafkaServer orphan = new KafkaServer(this.folder, 0).start();
				KafkaServer successor = new KafkaServer(this.folder, 0).start()) {
			assertThat(orphan.onExit()).succeedsWithin(Duration.ofSeconds(10));
			assertThat(successor.onExit()).isNotCompleted();
		}
	}

	@Test
	void saysWhyItDoesNotStart() throws Exception {
		try (KafkaServer broker = new KafkaServer(this.folder, 0).start()) {
			KafkaServer second = new KafkaServer(this.folder.resolve("second"),
					Integer.parseInt(broker.bootstrapServers().split(":")[1]));
			assertThatIllegalStateException().isThrownBy(second::start).withMessageContaining("Kafka does not start");
			assertThat(broker.onExit()).isNotCompleted();
		}
	}

	private static void createTopic(KafkaServer broker) throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
			admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get(10, TimeUnit.SECONDS);
		}
	}

	private static void write(KafkaServer broker) {
		try (var producer = new KafkaProducer<>(Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"),
				new StringSerializer(), new StringSerializer())) {
			for (int i = 0; i < RECORDS; i++) {
				producer.send(new ProducerRecord<>("kept", "key", "value " + i));
			}
			producer.flush();
		}
	}

	private static int count(KafkaServer broker) {
		TopicPartition partition = new TopicPartition("kept", 0);
		try (var consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", broker.bootstrapServers()),
				new StringDeserializer(), new StringDeserializer())) {
			consumer.assign(List.of(partition));
			consumer.seekToBeginning(List.of(partition));
			int[] read = new int[1];
			await("all records").atMost(Duration.ofSeconds(20)).until(() -> {
				read[0] += consumer.poll(Duration.ofMillis(200)).count();
				return read[0] >= RECORDS;
			});
			return read[0];
		}
	}

}
