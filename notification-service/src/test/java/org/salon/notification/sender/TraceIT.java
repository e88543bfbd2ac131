package org.salon.notification.sender;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.salon.events.salon.SalonAnnounced;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;
import org.salon.notification.ledger.DueSignal;
import org.salon.notification.sender.Sender.SenderParts;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** One trace leads from the event to the mail server, and does not touch other mails. */
@NotificationTest
class TraceIT {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String FORM = "00f067aa0ba902b7";

	@Autowired
	private World world;

	@Autowired
	private Sender sender;

	@Autowired
	private SenderParts parts;

	@Autowired
	private DueSignal signal;

	@Autowired
	private SenderProperties properties;

	@Autowired
	private Clock clock;

	private final Spans spans = new Spans();

	private Sender traced;

	@BeforeEach
	void takeTheSendersPlace() {
		this.sender.stop();
		OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
			.setTracerProvider(
					SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(this.spans)).build())
			.setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
			.build();
		Tracer tracer = sdk.getTracer("test");
		MailTraces traces = new MailTraces(new OtelTracer(tracer, new OtelCurrentTraceContext(), (event) -> {
		}), new OtelPropagator(sdk.getPropagators(), tracer));
		this.traced = new Sender(new SenderParts(this.parts.ledger(), this.parts.sending(), this.parts.drafting(),
				this.parts.mailbag(), this.parts.server(), this.parts.returnPaths(), this.parts.smtp(), traces,
				this.parts.metrics(), this.clock), this.parts.ledger(), this.signal, this.properties, this.clock);
		this.traced.start();
	}

	@AfterEach
	void goBack() {
		this.traced.stop();
		this.sender.start();
	}

	@Test
	void leadsFromTheFormsEventToTheMail() {
		int number = Fixtures.number();
		UUID untraced = UUID.randomUUID();
		UUID member = UUID.randomUUID();
		this.world.tell(new SalonAnnounced(Fixtures.salon(number, this.world.now().plus(Duration.ofDays(3)))), 1);
		this.world.tell(Fixtures.registered(number, untraced, this.world.now()), 1);
		this.world.awaitLedger(untraced, "CONFIRMATION SENT");
		this.world.tellWithin("00-" + TRACE + "-" + FORM + "-01", Fixtures.registered(number, member, this.world.now()),
				1);
		this.world.awaitLedger(member, "CONFIRMATION SENT");
		Awaitility.await("the span of the mail")
			.atMost(World.PATIENCE)
			.untilAsserted(() -> assertThat(this.spans.ended()).singleElement().satisfies((span) -> {
				assertThat(span.getName()).isEqualTo("send confirmation");
				assertThat(span.getTraceId()).isEqualTo(TRACE);
				assertThat(span.getParentSpanId()).isEqualTo(FORM);
				assertThat(span.getAttributes().asMap().values())
					.contains(this.world.row(member, "CONFIRMATION").get("id").toString());
			}));
		// Reminders that are sent a day later are in the same trace.
		assertThat(this.world.row(member, "REMINDER").get("traceparent").toString()).contains(TRACE);
		assertThat(this.world.row(untraced, "REMINDER").get("traceparent")).isNull();
	}

	/** What ended, as a collector would get it. */
	private static final class Spans implements SpanExporter {

		private final Queue<SpanData> ended = new ConcurrentLinkedQueue<>();

		List<SpanData> ended() {
			return List.copyOf(this.ended);
		}

		@Override
		public CompletableResultCode export(Collection<SpanData> spans) {
			this.ended.addAll(spans);
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode flush() {
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode shutdown() {
			return CompletableResultCode.ofSuccess();
		}

	}

}
