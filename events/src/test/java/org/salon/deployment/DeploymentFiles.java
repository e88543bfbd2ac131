package org.salon.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of the deployment, which no compiler reads: these tests stand in for one. */
final class DeploymentFiles {

	/** Tests run in the folder of their module. */
	private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

	private DeploymentFiles() {
	}

	static Path path(String name) {
		return PROJECT.resolve(name);
	}

	static String text(String name) {
		try {
			return Files.readString(path(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads YAML, anchors and merged keys resolved; a key that comes twice is an error.
	 */
	static JsonNode yaml(String name) {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		return JsonMapper.shared()
			.valueToTree(new Yaml(new SafeConstructor(options)).<Map<String, Object>>load(text(name)));
	}

	static JsonNode json(String name) {
		return JsonMapper.shared().readTree(text(name));
	}

}
