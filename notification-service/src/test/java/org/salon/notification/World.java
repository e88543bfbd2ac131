package org.salon.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;
import org.salon.events.DomainEvent;
import org.salon.localstack.LocalStack;
import org.salon.localstack.mail.ReceivedMail;
import org.salon.messaging.suite.EventProducer;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is around the service: the other service's events, the inboxes, the ledger seen
 * from outside.
 */
public class World implements DisposableBean {

	public static final Duration PATIENCE = Duration.ofSeconds(20);

	private final EventProducer producer;

	private final JdbcClient jdbc;

	private final MovableClock clock;

	World(KafkaConnectionDetails kafka, JdbcClient jdbc, MovableClock clock) {
		this.producer = new EventProducer(String.join(",", kafka.getBootstrapServers()));
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public Instant now() {
		return this.clock.instant();
	}

	public UUID tell(DomainEvent event, long version) {
		UUID id = UUID.randomUUID();
		tell(id, event, version);
		return id;
	}

	public void tell(UUID id, DomainEvent event, long version) {
		this.producer.send(EventProducer.with(EventProducer.record(id, event, version), "ce_time", now().toString()));
	}

	/** An event of another moment than now. */
	public void tell(DomainEvent event, long version, Instant at) {
		this.producer.send(
				EventProducer.with(EventProducer.record(UUID.randomUUID(), event, version), "ce_time", at.toString()));
	}

	/** An event of a trace that began elsewhere. */
	public void tellWithin(String traceparent, DomainEvent event, long version) {
		this.producer
			.send(EventProducer.with(EventProducer.with(EventProducer.record(UUID.randomUUID(), event, version),
					"ce_time", now().toString()), "traceparent", traceparent));
	}

	/** Waits until the event, or a later one of its aggregate, has been handled. */
	public void awaitHandled(DomainEvent event, long version) {
		Awaitility.await("version " + version + " of " + event.subject())
			.atMost(PATIENCE)
			.until(() -> this.jdbc
				.sql("SELECT coalesce(max(version), 0) FROM messaging.aggregate_version WHERE subject = ?")
				.param(event.subject())
				.query(Long.class)
				.single() >= version);
	}

	public MimeMessage awaitMail(UUID member, String subject) {
		return LocalStack.shared()
			.mail()
			.awaitMessage(Fixtures.address(member), (mail) -> mail.getSubject().contains(subject), PATIENCE);
	}

	public List<String> subjects(UUID member) {
		return LocalStack.shared()
			.mail()
			.received(Fixtures.address(member))
			.stream()
			.map((ReceivedMail mail) -> mail.summary().subject())
			.toList();
	}

	/** Kind and state of each message to the member, by kind. */
	public List<String> ledger(UUID member) {
		return this.jdbc.sql("SELECT kind || ' ' || state FROM delivery WHERE member_id = ? ORDER BY kind, due_at")
			.param(member)
			.query(String.class)
			.list();
	}

	public void awaitLedger(UUID member, String... rows) {
		Awaitility.await("ledger of " + member).atMost(PATIENCE).untilAsserted(() -> {
			List<String> ledger = ledger(member);
			for (String row : rows) {
				// As often as it is named, so that two reminders are two.
				assertThat(Collections.frequency(ledger, row)).as("%s in %s", row, ledger)
					.isGreaterThanOrEqualTo(Collections.frequency(List.of(rows), row));
			}
		});
	}

	public Map<String, Object> row(UUID member, String kind) {
		return this.jdbc.sql("SELECT * FROM delivery WHERE member_id = ? AND kind = ? ORDER BY due_at LIMIT 1")
			.param(member)
			.param(kind)
			.query()
			.singleRow();
	}

	public JdbcClient jdbc() {
		return this.jdbc;
	}

	@Override
	public void destroy() {
		this.producer.close();
	}

}
