package org.salon.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of the published language, as the tests read them. */
public final class Contract {

	public static final JsonMapper JSON = JsonMapper.shared();

	/** The project's folder: tests run in that of their module. */
	public static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

	public static final Path RESOURCES = PROJECT.resolve("events/src/main/resources/org/salon/events");

	private static final Path RELEASED = PROJECT.resolve("events/src/test/resources/released");

	/**
	 * Where the schemas are taken to lie: any address does, as they refer to each other
	 * by file name.
	 */
	private static final String ADDRESS = "https://salon.example.org/schemas/";

	private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
			(builder) -> builder.schemas(presentSchemas().entrySet()
				.stream()
				.collect(Collectors.toMap((file) -> ADDRESS + file.getKey(), (file) -> file.getValue().toString()))));

	private Contract() {
	}

	public static Path schema(EventType type) {
		return RESOURCES.resolve("schemas/" + type.wireName() + ".json");
	}

	public static Path sample(EventType type) {
		return RESOURCES.resolve("samples/" + type.wireName() + "-1.json");
	}

	static JsonNode sampleData(EventType type) {
		return json(sample(type)).get("data");
	}

	static Map<String, JsonNode> presentSchemas() {
		return files(RESOURCES.resolve("schemas"));
	}

	static Map<String, JsonNode> releasedSchemas() {
		return files(RELEASED.resolve("schemas"));
	}

	static Map<String, JsonNode> presentSamples() {
		return files(RESOURCES.resolve("samples"));
	}

	static Map<String, JsonNode> releasedSamples() {
		return files(RELEASED.resolve("samples"));
	}

	/** What the schema of the type has against the data. */
	static List<Error> errors(EventType type, JsonNode data) {
		return errors(REGISTRY.getSchema(SchemaLocation.of(ADDRESS + type.wireName() + ".json")), data);
	}

	static List<Error> errors(JsonNode schema, JsonNode data) {
		return errors(REGISTRY.getSchema(schema), data);
	}

	private static List<Error> errors(Schema schema, JsonNode data) {
		return schema.validate(data,
				(context) -> context.executionConfig((config) -> config.formatAssertionsEnabled(true)));
	}

	static byte[] bytes(JsonNode data) {
		return JSON.writeValueAsBytes(data);
	}

	public static String text(Path file) {
		try {
			return Files.readString(file, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static JsonNode json(Path file) {
		return JSON.readTree(text(file));
	}

	private static Map<String, JsonNode> files(Path folder) {
		Map<String, JsonNode> files = new TreeMap<>();
		try (Stream<Path> paths = Files.list(folder)) {
			paths.forEach((path) -> files.put(path.getFileName().toString(), json(path)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return files;
	}

}
