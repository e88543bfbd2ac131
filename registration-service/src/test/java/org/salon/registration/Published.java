package org.salon.registration;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;

import org.springframework.context.SmartLifecycle;

import org.salon.events.DomainEvent;
import org.salon.events.EventJson;
import org.salon.events.EventType;

/** Everything that was published, read from the broker. */
public class Published implements SmartLifecycle {

	private final String servers;

	private final List<Event> events = new CopyOnWriteArrayList<>();

	private volatile boolean running;

	private Thread thread;

	private KafkaConsumer<byte[], byte[]> consumer;

	Published(String servers) {
		this.servers = servers;
	}

	/** One event as a consumer gets it. */
	public record Event(String subject, long version, String key, DomainEvent data) {
	}

	public List<Event> of(String subject) {
		return this.events.stream().filter((event) -> event.subject().equals(subject)).toList();
	}

	public List<Event> matching(Predicate<DomainEvent> predicate) {
		return this.events.stream().filter((event) -> predicate.test(event.data())).toList();
	}

	/** The first event like that, as soon as it is there. */
	public Event await(String what, Predicate<DomainEvent> predicate) {
		Awaitility.await(what).atMost(Duration.ofSeconds(20)).until(() -> !matching(predicate).isEmpty());
		return matching(predicate).getFirst();
	}

	@Override
	public void start() {
		this.consumer = new KafkaConsumer<>(
				Map.of("bootstrap.servers", this.servers, "group.id", "test-" + UUID.randomUUID(), "auto.offset.reset",
						"earliest", "metadata.max.age.ms", "500"),
				new ByteArrayDeserializer(), new ByteArrayDeserializer());
		this.running = true;
		this.thread = Thread.ofPlatform().daemon().name("published").start(this::read);
	}

	private void read() {
		this.consumer.subscribe(List.of("salon.salons", "salon.registrations", "salon.operators"));
		try {
			while (this.running) {
				this.consumer.poll(Duration.ofMillis(200)).forEach((record) -> this.events.add(event(record)));
			}
		}
		catch (WakeupException ex) {
			// The context closes.
		}
		finally {
			this.consumer.close();
		}
	}

	private static Event event(ConsumerRecord<byte[], byte[]> record) {
		EventType type = EventType.named(header(record, "ce_type")).orElseThrow();
		return new Event(header(record, "ce_subject"), Long.parseLong(header(record, "ce_aggregateversion")),
				new String(record.key(), StandardCharsets.UTF_8), EventJson.read(type, record.value()));
	}

	private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
		Header header = record.headers().lastHeader(name);
		return new String(header.value(), StandardCharsets.UTF_8);
	}

	@Override
	public void stop() {
		this.running = false;
		this.consumer.wakeup();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
