package org.salon.registration.operator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a service says of itself.
 *
 * @param answered whether it said anything
 */
public record ServiceStatus(String service, boolean answered, String status, Map<String, String> parts,
		List<Meter> meters) {

	static ServiceStatus silent(String service) {
		return new ServiceStatus(service, false, "DOWN", Map.of(), List.of());
	}

	public boolean isUp() {
		return this.answered && this.status.equals("UP");
	}

	/** Names of the parts that do not work. */
	public List<String> broken() {
		return new TreeMap<>(this.parts).entrySet()
			.stream()
			.filter((part) -> !part.getValue().equals("UP") && !part.getValue().equals("UNKNOWN"))
			.map(Map.Entry::getKey)
			.toList();
	}

	/** The sum of the values of that name. */
	public double sum(String name) {
		return values(name).mapToDouble(Double::doubleValue).sum();
	}

	/** The greatest of the values of that name. */
	public double max(String name) {
		return values(name).mapToDouble(Double::doubleValue).max().orElse(0);
	}

	/** The values by one tag: those of that order first, then what else there is. */
	Map<String, Long> by(String name, String tag, List<String> order) {
		Map<String, Long> sums = new TreeMap<>();
		meters((meter) -> meter.name().equals(name) && meter.tags().containsKey(tag))
			.forEach((meter) -> sums.merge(meter.tags().getOrDefault(tag, ""), meter.rounded(), Long::sum));
		Map<String, Long> ordered = new LinkedHashMap<>();
		order.stream().filter(sums::containsKey).forEach((value) -> ordered.put(value, sums.get(value)));
		sums.forEach(ordered::putIfAbsent);
		return ordered;
	}

	List<Meter> meters(Predicate<Meter> predicate) {
		return this.meters.stream().filter(predicate).toList();
	}

	private Stream<Double> values(String name) {
		return this.meters.stream().filter((meter) -> meter.name().equals(name)).map(Meter::number);
	}

	/** One value of one meter. */
	public record Meter(String name, Map<String, String> tags, @Nullable Double value) {

		double number() {
			return (this.value != null) ? this.value : 0;
		}

		long rounded() {
			return Math.round(number());
		}

	}

}
