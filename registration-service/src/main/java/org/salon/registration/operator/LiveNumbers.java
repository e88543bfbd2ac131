package org.salon.registration.operator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import org.salon.messaging.status.StatusController;

/** Gathers what all services say of themselves, at once and within a second. */
@Component
class LiveNumbers {

	private final Neighbours neighbours;

	private final StatusController own;

	private final ExecutorService threads = Executors
		.newCachedThreadPool(Thread.ofPlatform().daemon().name("live-", 0).factory());

	LiveNumbers(Neighbours neighbours, StatusController own) {
		this.neighbours = neighbours;
		this.own = own;
	}

	List<ServiceStatus> now() {
		Neighbours.Caller caller = this.neighbours.caller();
		List<CompletableFuture<ServiceStatus>> asked = this.neighbours.all()
			.keySet()
			.stream()
			.map((service) -> CompletableFuture.supplyAsync(() -> of(caller, service), this.threads)
				.exceptionally((failure) -> ServiceStatus.silent(service)))
			.toList();
		return asked.stream().map(CompletableFuture::join).toList();
	}

	/** Mails by kind, and of each kind by outcome, whichever service counts them. */
	static Map<String, Map<String, Long>> mails(List<ServiceStatus> services) {
		Map<String, Map<String, Long>> mails = new TreeMap<>();
		for (ServiceStatus service : services) {
			for (ServiceStatus.Meter meter : service
				.meters((meter) -> meter.tags().containsKey("kind") && meter.tags().containsKey("outcome"))) {
				if (meter.rounded() > 0 && !meter.name().endsWith(".total") && !meter.name().endsWith(".max")) {
					mails.computeIfAbsent(meter.tags().getOrDefault("kind", ""), (kind) -> new TreeMap<>())
						.merge(meter.tags().getOrDefault("outcome", ""), meter.rounded(), Long::sum);
				}
			}
		}
		return mails;
	}

	private ServiceStatus of(Neighbours.Caller caller, String service) {
		if (service.equals(Neighbours.REGISTRATION)) {
			StatusController.Status status = this.own.status();
			return new ServiceStatus(service, true, status.status(), status.parts(),
					status.meters()
						.stream()
						.map((meter) -> new ServiceStatus.Meter(meter.name(), meter.tags(), meter.value()))
						.toList());
		}
		return this.neighbours.get(caller, service, "/api/status")
			.filter(JsonNode::isObject)
			.map((json) -> read(service, json))
			.orElseGet(() -> ServiceStatus.silent(service));
	}

	private static ServiceStatus read(String service, JsonNode json) {
		List<ServiceStatus.Meter> meters = new ArrayList<>();
		json.path("meters").forEach((meter) -> {
			JsonNode value = meter.path("value");
			meters.add(new ServiceStatus.Meter(meter.path("name").asString(""), strings(meter.path("tags")),
					value.isNumber() ? value.doubleValue() : null));
		});
		return new ServiceStatus(service, true, json.path("status").asString("UNKNOWN"), strings(json.path("parts")),
				meters);
	}

	private static Map<String, String> strings(JsonNode object) {
		Map<String, String> strings = new HashMap<>();
		object.properties().forEach((entry) -> strings.put(entry.getKey(), entry.getValue().asString("")));
		return strings;
	}

	@PreDestroy
	void close() {
		this.threads.close();
	}

}
