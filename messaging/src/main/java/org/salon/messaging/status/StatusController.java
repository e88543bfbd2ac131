package org.salon.messaging.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The service's health and its own meters as JSON, for the operator's live page: what
 * Prometheus scrapes, in a form that needs no parser.
 */
@Tag(name = "Status", description = "How this service is.")
@RestController
public class StatusController {

	private final String service;

	private final MeterRegistry registry;

	private final HealthEndpoint health;

	public StatusController(String service, MeterRegistry registry, HealthEndpoint health) {
		this.service = service;
		this.registry = registry;
		this.health = health;
	}

	/** The health of the service and of its parts, and all of its own meters. */
	@GetMapping("/api/status")
	public Status status() {
		HealthDescriptor descriptor = this.health.health();
		Map<String, String> parts = new TreeMap<>();
		if (descriptor instanceof CompositeHealthDescriptor composite && composite.getComponents() != null) {
			composite.getComponents().forEach((name, part) -> parts.put(name, part.getStatus().getCode()));
		}
		List<Value> values = new ArrayList<>();
		for (Meter meter : this.registry.getMeters()) {
			if (meter.getId().getName().startsWith("salon.")) {
				add(values, meter);
			}
		}
		return new Status(this.service, descriptor.getStatus().getCode(), parts, values);
	}

	/**
	 * Timers give their count under their own name, and the sum and greatest of their
	 * times.
	 */
	private static void add(List<Value> values, Meter meter) {
		Map<String, String> tags = new TreeMap<>();
		meter.getId().getTags().forEach((tag) -> tags.put(tag.getKey(), tag.getValue()));
		for (Measurement measurement : meter.measure()) {
			double value = measurement.getValue();
			String name = meter.getId().getName() + suffix(measurement.getStatistic());
			values.add(new Value(name, tags, Double.isFinite(value) ? value : null));
		}
	}

	private static String suffix(Statistic statistic) {
		return switch (statistic) {
			case TOTAL_TIME, TOTAL -> ".total";
			case MAX -> ".max";
			default -> "";
		};
	}

	/**
	 * What a service says of itself.
	 *
	 * @param status UP or not
	 * @param parts the status of each part that its health is made of
	 */
	public record Status(String service, String status, Map<String, String> parts, List<Value> meters) {
	}

	/**
	 * One value of one meter.
	 *
	 * @param value null if the meter has no number now
	 */
	public record Value(String name, Map<String, String> tags, @Nullable Double value) {
	}

}
