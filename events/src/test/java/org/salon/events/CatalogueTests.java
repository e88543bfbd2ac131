package org.salon.events;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** docs/events.md tells of each event what the code does. */
class CatalogueTests {

	private static final Path PAGE = Contract.PROJECT.resolve("docs/events.md");

	private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

	private static final Map<String, List<String>> SERVICES = Map.of(Topics.SALONS,
			List.of("registration-service", "notification-service, archive-service"), Topics.REGISTRATIONS,
			List.of("registration-service", "notification-service"), Topics.DELIVERIES,
			List.of("notification-service", "registration-service"), Topics.OPERATORS,
			List.of("registration-service", "notification-service, archive-service"));

	@ParameterizedTest
	@EnumSource
	void tellsOfEachEvent(EventType type) {
		String section = sections().get(type.record().getSimpleName());
		List<String> services = SERVICES.get(type.topic());
		assertThat(section).as("section of %s", type)
			.contains("`" + type.wireName() + "`")
			.contains("| topic | `" + type.topic() + "` |")
			.contains("| key | " + keyOf(type) + " |")
			.contains("| producer | " + services.getFirst() + " |")
			.contains("| consumers | " + services.getLast() + " |")
			.contains("/schemas/" + Contract.schema(type).getFileName() + ")")
			.contains("/samples/" + Contract.sample(type).getFileName() + ")")
			.containsPattern("\\| twice \\| \\S.+ \\|");
	}

	@Test
	void tellsOfNoEventThatThereIsNot() {
		List<String> wireNames = Pattern.compile("`(salon\\.[a-z-]+\\.v\\d+)`")
			.matcher(Contract.text(PAGE))
			.results()
			.map((found) -> found.group(1))
			.toList();
		assertThat(wireNames)
			.containsExactlyElementsOf(Arrays.stream(EventType.values()).map(EventType::wireName).toList());
	}

	@Test
	void linksToWhatIsThere() {
		Matcher links = LINK.matcher(Contract.text(PAGE));
		assertThat(links.results().map((link) -> link.group(1)).toList()).isNotEmpty()
			.allSatisfy((link) -> assertThat(Files.exists(PAGE.resolveSibling(link))).as(link).isTrue());
	}

	/** The key, in words, from what the sample's key is. */
	private static String keyOf(EventType type) {
		if (type.topic().equals(Topics.OPERATORS)) {
			return "the account's id";
		}
		return SampleEvents.of(type).key().equals(number(type)) ? "the salon's number" : "the member's id";
	}

	private static String number(EventType type) {
		JsonNode data = Contract.sampleData(type);
		return data.at(data.has("salon") ? "/salon/number" : "/salonNumber").asString("");
	}

	private static Map<String, String> sections() {
		return Arrays.stream(Contract.text(PAGE).split("\n## "))
			.skip(1)
			.collect(Collectors.toMap((section) -> section.substring(0, section.indexOf('\n')), (section) -> section));
	}

}
