package org.salon.messaging.inbox;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with the trace in which the event was written, so that one trace leads from
 * form to inbox.
 */
class Traces {

	private final @Nullable Tracer tracer;

	private final @Nullable Propagator propagator;

	Traces(@Nullable Tracer tracer, @Nullable Propagator propagator) {
		this.tracer = tracer;
		this.propagator = propagator;
	}

	Scope follow(ReceivedEvent event) {
		if (this.tracer == null || this.propagator == null || event.traceparent() == null) {
			return () -> {
			};
		}
		String parent = event.traceparent();
		Span span = this.propagator.extract(parent, (carrier, name) -> name.equals("traceparent") ? carrier : null)
			.name("handle " + event.data().type().wireName())
			.start();
		Tracer.SpanInScope scope = this.tracer.withSpan(span);
		return () -> {
			scope.close();
			span.end();
		};
	}

	/** Ends with the handling. */
	interface Scope extends AutoCloseable {

		@Override
		void close();

	}

}
