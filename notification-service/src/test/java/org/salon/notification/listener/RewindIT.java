package org.salon.notification.listener;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.salon.events.registration.RegistrationCancelled;
import org.salon.events.registration.RegistrationState;
import org.salon.events.registration.RegistrationStatus;
import org.salon.events.salon.SalonAnnounced;
import org.salon.messaging.inbox.EventSubscription;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.SmartLifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/** The group's offsets set back to the beginning of every topic, as an operator might. */
@NotificationTest
class RewindIT {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@Autowired
	private World world;

	@Autowired
	private EventSubscription subscription;

	@Autowired
	@Qualifier("inboxContainers")
	private SmartLifecycle listeners;

	@Autowired
	private KafkaConnectionDetails kafka;

	@Autowired
	private MeterRegistry meters;

	private final int number = Fixtures.number();

	private final UUID member = UUID.randomUUID();

	private final UUID leaver = UUID.randomUUID();

	private Admin admin;

	@BeforeEach
	void connect() {
		this.admin = Admin.create(Map.of("bootstrap.servers", String.join(",", this.kafka.getBootstrapServers())));
	}

	@AfterEach
	void disconnect() {
		this.listeners.start();
		this.admin.close();
	}

	@Test
	void changesNothingAndSendsNoMailWhenTheWholeLogIsReadAgain() throws Exception {
		announceAndRegister();
		List<String> before = state();
		double duplicates = duplicates();
		this.listeners.stop();
		Map<TopicPartition, OffsetAndMetadata> beginning = offsets(OffsetSpec.earliest());
		Map<TopicPartition, OffsetAndMetadata> end = offsets(OffsetSpec.latest());
		Awaitility.await("nobody listens").atMost(PATIENCE).until(() -> groupState() == GroupState.EMPTY);
		this.admin.alterConsumerGroupOffsets(this.subscription.group(), beginning).all().get();
		this.listeners.start();
		Awaitility.await("the whole log").atMost(PATIENCE).until(() -> isPast(end));
		assertThat(duplicates() - duplicates).as("events that were read again").isGreaterThanOrEqualTo(4);

		UUID marker = UUID.randomUUID();
		this.world.tell(Fixtures.registered(this.number, marker, this.world.now()), 1);
		this.world.awaitLedger(marker, "CONFIRMATION SENT");
		assertThat(state()).isEqualTo(before);
		assertThat(this.world.subjects(this.member)).hasSize(1);
		assertThat(this.world.subjects(this.leaver)).hasSize(2);
	}

	/** One who holds a place, and one who gave it back: all of both has been sent. */
	private void announceAndRegister() {
		this.world.tell(new SalonAnnounced(Fixtures.salon(this.number, this.world.now().plus(Duration.ofDays(3)))), 1);
		this.world.tell(Fixtures.registered(this.number, this.member, this.world.now()), 1);
		RegistrationState left = Fixtures.registered(this.number, this.leaver, this.world.now()).registration();
		this.world.tell(Fixtures.registered(this.number, this.leaver, left.registeredAt()), 1);
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		this.world.awaitLedger(this.leaver, "CONFIRMATION SENT");
		this.world.tell(new RegistrationCancelled(Fixtures.with(left, RegistrationStatus.CANCELLED, 1, 1)), 2);
		this.world.awaitLedger(this.leaver, "CONFIRMATION SENT", "WITHDRAWN SENT");
	}

	/** All that the service keeps of these two and their salon, and has told of them. */
	private List<String> state() {
		return this.world.jdbc()
			.sql("""
					SELECT 'salon ' || salon::text FROM salon WHERE number = :salon
					UNION ALL SELECT 'member ' || member::text FROM member WHERE id IN (:members)
					UNION ALL SELECT 'place ' || registration::text FROM registration WHERE member_id IN (:members)
					UNION ALL SELECT 'mail ' || delivery::text FROM delivery WHERE member_id IN (:members)
					UNION ALL SELECT 'event ' || type || version FROM messaging.outbox WHERE record_key IN (:keys)
					ORDER BY 1""")
			.param("salon", this.number)
			.param("members", List.of(this.member, this.leaver))
			.param("keys", List.of(this.member.toString(), this.leaver.toString()))
			.query(String.class)
			.list();
	}

	private double duplicates() {
		return this.meters.get("salon.messaging.events.received").tag("result", "duplicate").counter().count();
	}

	private GroupState groupState() throws Exception {
		return this.admin.describeConsumerGroups(Set.of(this.subscription.group()))
			.describedGroups()
			.get(this.subscription.group())
			.get()
			.groupState();
	}

	private boolean isPast(Map<TopicPartition, OffsetAndMetadata> end) throws Exception {
		Map<TopicPartition, OffsetAndMetadata> now = this.admin.listConsumerGroupOffsets(this.subscription.group())
			.partitionsToOffsetAndMetadata()
			.get();
		return end.entrySet()
			.stream()
			.allMatch((partition) -> now.get(partition.getKey()).offset() >= partition.getValue().offset());
	}

	private Map<TopicPartition, OffsetAndMetadata> offsets(OffsetSpec which) throws Exception {
		Map<TopicPartition, OffsetSpec> asked = this.admin.describeTopics(this.subscription.topics())
			.allTopicNames()
			.get()
			.values()
			.stream()
			.flatMap((topic) -> topic.partitions()
				.stream()
				.map((partition) -> new TopicPartition(topic.name(), partition.partition())))
			.collect(Collectors.toMap((partition) -> partition, (partition) -> which));
		Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
		for (Map.Entry<TopicPartition, ListOffsetsResultInfo> found : this.admin.listOffsets(asked)
			.all()
			.get()
			.entrySet()) {
			offsets.put(found.getKey(), new OffsetAndMetadata(found.getValue().offset()));
		}
		return offsets;
	}

}
