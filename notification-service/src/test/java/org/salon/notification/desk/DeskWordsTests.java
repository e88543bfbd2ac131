package org.salon.notification.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.salon.access.page.MessageFilesSuite;
import org.salon.notification.ledger.LedgerState;
import org.salon.notification.mail.Occasions;

import static org.assertj.core.api.Assertions.assertThat;

/** The words of the pages. */
class DeskWordsTests extends MessageFilesSuite {

	/** What is logged or thrown. */
	private static final Set<String> NO_REASONS = Set.of("the announcement was cancelled, which is for good",
			"the sender cannot be asked");

	DeskWordsTests() {
		super("pages/words", "templates");
	}

	static Iterable<String> occasions() {
		return Occasions.ALL;
	}

	@ParameterizedTest
	@MethodSource("occasions")
	void everyMailHasAName(String occasion) {
		assertThat(keys()).contains("kind." + occasion.toUpperCase(Locale.ROOT));
	}

	@Test
	void everyReasonOfTheLedgerIsKnown() {
		Pattern reason = Pattern.compile("\"((?:the|its|it|there|another|announcements)(?: [a-z]+,?){2,})\"");
		List<String> codes = Stream.of("plan", "ledger", "sender")
			.flatMap((folder) -> texts(Path.of("src/main/java/org/salon/notification", folder), ".*\\.java").stream())
			.flatMap((text) -> found(reason, text))
			.filter((text) -> !NO_REASONS.contains(text))
			.map((text) -> "reason." + text.replaceAll("[^a-z]+", "-"))
			.toList();
		assertThat(codes).hasSizeGreaterThan(20);
		assertThat(keys()).containsAll(codes);
	}

	@ParameterizedTest
	@EnumSource
	void everyStateIsSaidInPlainWords(LedgerState state) {
		assertThat(keys()).contains("state." + state);
	}

}
