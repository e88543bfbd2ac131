package org.salon.notification.desk;

import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.salon.access.page.MessageFilesSuite;
import org.salon.notification.ledger.LedgerState;
import org.salon.notification.mail.Occasions;

import static org.assertj.core.api.Assertions.assertThat;

/** The words of the pages. */
class DeskWordsTests extends MessageFilesSuite {

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

	@ParameterizedTest
	@EnumSource
	void everyStateIsSaidInPlainWords(LedgerState state) {
		assertThat(keys()).contains("state." + state);
	}

}
