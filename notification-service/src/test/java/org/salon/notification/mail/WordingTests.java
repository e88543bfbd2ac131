package org.salon.notification.mail;

import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.salon.access.page.MessageFilesSuite;
import org.salon.notification.plan.DeliveryKind;

import static org.assertj.core.api.Assertions.assertThat;

/** The words of the mails. */
class WordingTests extends MessageFilesSuite {

	WordingTests() {
		super("mail/words", "mail");
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ORGANISER_DIGEST")
	void everyKindSaysWhatItIsAndWhyItCame(DeliveryKind kind) {
		String name = kind.name().toLowerCase(Locale.ROOT);
		assertThat(keys()).contains(name + ".subject", name + ".heading", name + ".lead", name + ".why");
	}

}
