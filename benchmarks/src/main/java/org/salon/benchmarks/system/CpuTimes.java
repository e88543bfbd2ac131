package org.salon.benchmarks.system;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;

/**
 * How much processor time each part has had up to a moment, to tell afterwards which of
 * them the cores worked for.
 */
public final class CpuTimes {

	private static final OperatingSystemMXBean SYSTEM = ManagementFactory
		.getPlatformMXBean(OperatingSystemMXBean.class);

	private final Map<String, Map<Long, Duration>> parts = new LinkedHashMap<>();

	private final long nanos = System.nanoTime();

	/** Share of all cores that was busy since this was asked for the last time. */
	private final double load = SYSTEM.getCpuLoad();

	private CpuTimes() {
	}

	/** Of these parts with all their children, and of this JVM as {@code load}. */
	public static CpuTimes of(Map<String, ProcessHandle> handles) {
		CpuTimes times = new CpuTimes();
		handles.forEach((name, handle) -> times.parts.put(name, tree(handle, !name.equals("run"))));
		times.parts.put("load", tree(ProcessHandle.current(), false));
		return times;
	}

	private static Map<Long, Duration> tree(ProcessHandle handle, boolean withChildren) {
		Map<Long, Duration> times = new HashMap<>();
		Stream<ProcessHandle> all = withChildren ? Stream.concat(Stream.of(handle), handle.descendants())
				: Stream.of(handle);
		all.forEach((each) -> each.info().totalCpuDuration().ifPresent((time) -> times.put(each.pid(), time)));
		return times;
	}

	/**
	 * Cores that each part, and all other processes of the machine, kept busy since an
	 * earlier moment, the busiest first.
	 * @param earlier the moment before this one at which the times were taken
	 */
	public String since(CpuTimes earlier) {
		double seconds = (this.nanos - earlier.nanos) / 1e9;
		Map<String, Double> cores = new HashMap<>();
		this.parts.keySet().forEach((name) -> cores.put(name, since(earlier, name).toNanos() / 1e9 / seconds));
		double ours = cores.values().stream().mapToDouble(Double::doubleValue).sum();
		cores.put("others", this.load * Runtime.getRuntime().availableProcessors() - ours);
		return cores.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() >= 0.005)
			.sorted(Map.Entry.<String, Double>comparingByValue().reversed())
			.map((entry) -> String.format(Locale.ROOT, "%s %.2f", entry.getKey(), entry.getValue()))
			.collect(Collectors.joining(", "));
	}

	/** Processor time that one part has had since an earlier moment. */
	public Duration since(CpuTimes earlier, String part) {
		return Duration.ofNanos(this.parts.getOrDefault(part, Map.of())
			.entrySet()
			.stream()
			.mapToLong((entry) -> grown(earlier.parts.getOrDefault(part, Map.of()), entry))
			.sum());
	}

	private static long grown(Map<Long, Duration> before, Map.Entry<Long, Duration> now) {
		return now.getValue().minus(before.getOrDefault(now.getKey(), Duration.ZERO)).toNanos();
	}

}
