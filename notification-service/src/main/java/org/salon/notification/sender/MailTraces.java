package org.salon.notification.sender;

import java.util.Locale;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.jspecify.annotations.Nullable;
import org.salon.notification.ledger.Lease;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Goes on with the trace of the event that a mail is planned because of, so that one
 * trace leads from the form to the mail server. Each attempt is a span. What was planned
 * outside of a trace, as while tracing is off, costs a look at a field.
 */
@Component
class MailTraces {

	private static final Scope NONE = () -> {
	};

	private final @Nullable Tracer tracer;

	private final @Nullable Propagator propagator;

	@Autowired
	MailTraces(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
		this(tracer.getIfAvailable(), propagator.getIfAvailable());
	}

	MailTraces(@Nullable Tracer tracer, @Nullable Propagator propagator) {
		this.tracer = tracer;
		this.propagator = propagator;
	}

	Scope follow(Lease lease) {
		String parent = lease.traceparent();
		if (parent == null || this.tracer == null || this.propagator == null) {
			return NONE;
		}
		Span span = this.propagator.extract(parent, (carrier, name) -> name.equals("traceparent") ? carrier : null)
			.name("send " + lease.kind().name().toLowerCase(Locale.ROOT))
			.tag("salon.delivery", lease.deliveryId().toString())
			.start();
		Tracer.SpanInScope scope = this.tracer.withSpan(span);
		return () -> {
			scope.close();
			span.end();
		};
	}

	/** Ends with the attempt. */
	interface Scope extends AutoCloseable {

		@Override
		void close();

	}

}
