package org.salon.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.management.OperatingSystemMXBean;

/**
 * Where it was measured.
 *
 * @param processor its model, as the system names it
 * @param cores that the JVM may use
 * @param memoryGiB of the machine
 * @param system name and version of the operating system
 * @param jdk version of the Java runtime
 * @param load average of the last minute before the start: above zero others were at work
 */
public record Machine(String processor, int cores, double memoryGiB, String system, String jdk, double load) {

	private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

	/** The machine that this runs on. */
	public static Machine here() {
		OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		return new Machine(model(), Runtime.getRuntime().availableProcessors(),
				system.getTotalMemorySize() / (double) (1L << 30),
				system.getName() + " " + system.getVersion() + " " + system.getArch(),
				Runtime.version() + " (" + System.getProperty("java.vm.vendor") + ")", system.getSystemLoadAverage());
	}

	private static String model() {
		if (!Files.isReadable(PROCESSORS)) {
			return "unknown processor";
		}
		try (var lines = Files.lines(PROCESSORS)) {
			return lines.filter((line) -> line.startsWith("model name"))
				.map((line) -> line.substring(line.indexOf(':') + 1).strip())
				.findFirst()
				.orElse("unknown processor");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
