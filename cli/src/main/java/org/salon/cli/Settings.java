package org.salon.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the services are, and how to enter: the variables that {@code ./run} has too. */
final class Settings {

	private final Map<String, String> environment;

	Settings(Map<String, String> environment) {
		this.environment = environment;
	}

	/**
	 * The address of a service: that of its own variable, such as
	 * {@code SALON_ARCHIVE_URL}, else its port on this machine.
	 */
	URI address(Service service) {
		String name = "SALON_" + service.name();
		return URI.create(text(name + "_URL")
			.orElseGet(() -> "http://127.0.0.1:" + text(name + "_PORT").orElse(Integer.toString(service.port()))));
	}

	/**
	 * The operator's: {@code SALON_OPERATOR_PASSWORD}, else the one that {@code ./run}
	 * made at its first start and keeps in its data folder.
	 * @throws Failed if there is neither
	 */
	String password() {
		return text("SALON_OPERATOR_PASSWORD").or(this::kept)
			.orElseThrow(() -> new Failed(ExitCode.FORBIDDEN,
					"Set SALON_OPERATOR_PASSWORD, or SALON_DATA_DIR to the data folder of ./run."));
	}

	private Optional<String> kept() {
		Path file = Path.of(text("SALON_DATA_DIR").orElse(".data"), "secrets", "operator.password");
		try {
			return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
		}
		catch (IOException ex) {
			throw new Failed(ExitCode.FORBIDDEN, "Cannot read " + file + ": " + ex.getMessage());
		}
	}

	private Optional<String> text(String variable) {
		return Optional.ofNullable(this.environment.get(variable)).map(String::strip).filter((text) -> !text.isEmpty());
	}

}
