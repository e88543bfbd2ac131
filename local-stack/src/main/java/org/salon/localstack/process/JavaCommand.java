package org.salon.localstack.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Command lines that start a Java program with the JDK and class path of this JVM. */
public final class JavaCommand {

	/** Would fight with Logback for SLF4J. */
	private static final List<String> OTHER_LOGGING = List.of("log4j-core", "log4j-slf4j", "slf4j-reload4j",
			"slf4j-simple");

	private JavaCommand() {
	}

	/**
	 * The start of a command line.
	 * @param mark by which {@link PidFile} knows the process again; stands first, since
	 * what a system tells of a long command line may be cut
	 * @param options for the JVM
	 */
	public static List<String> with(String mark, List<String> options) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.add("-Dsalon.part=" + mark);
		command.add("-XX:+UseSerialGC");
		command.addAll(options);
		return command;
	}

	/**
	 * Options for a JVM that keeps its classes in a file for the next start. One that is
	 * missing or does not fit is made anew when the JVM ends in good order.
	 */
	public static List<String> classArchive(Path file) {
		return List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + file.toAbsolutePath());
	}

	/** A main class on the class path of this JVM, which logs warnings to its output. */
	public static List<String> main(String mark, List<String> options, Class<?> main, String... arguments) {
		List<String> command = with(mark, options);
		// Overrides whatever configuration a test of the caller has on the class path.
		command.add("-Dlogback.configurationFile=org/salon/localstack/process/logback.xml");
		command.addAll(List.of("-cp", classPath(), main.getName()));
		command.addAll(List.of(arguments));
		return command;
	}

	private static String classPath() {
		// Surefire starts a JVM with one jar that only refers to the real class path.
		String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		return Arrays.stream(own.split(File.pathSeparator))
			.filter((entry) -> OTHER_LOGGING.stream().noneMatch(Path.of(entry).getFileName().toString()::startsWith))
			.map((entry) -> Path.of(entry).toAbsolutePath().toString())
			.collect(Collectors.joining(File.pathSeparator));
	}

}
