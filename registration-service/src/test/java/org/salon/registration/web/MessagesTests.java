package org.salon.registration.web;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.salon.access.page.MessageFilesSuite;

import static org.assertj.core.api.Assertions.assertThat;

/** The words of the pages and of the answers. */
class MessagesTests extends MessageFilesSuite {

	private static final Pattern IN_CODE = Pattern
		.compile("\"((?:refused|field|email|name|link|picture|form|problem)\\.(?!com\")[A-Za-z0-9.]+)\"");

	MessagesTests() {
		super("messages", "templates");
	}

	@Test
	void codeSaysMessagesThatAreThere() {
		Set<String> missing = new TreeSet<>();
		for (String code : texts(Path.of("src/main/java"), ".*\\.java")) {
			found(IN_CODE, code).filter((key) -> !isStart(key)).forEach(missing::add);
		}
		assertThat(missing).isEmpty();
	}

}
