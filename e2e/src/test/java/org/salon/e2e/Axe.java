package org.salon.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.microsoft.playwright.Page;

/** axe-core, which holds a page against WCAG 2.2 AA. */
final class Axe {

	private static final String RULES = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', "
			+ "'best-practice']}";

	private static final String SCRIPT = script();

	private Axe() {
	}

	/** All that is wrong with the page, with all of its parts open. */
	static List<String> violations(Page page) {
		page.evaluate(SCRIPT);
		page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)");
		Object found = page.evaluate("async () => (await axe.run(document, " + RULES + ")).violations"
				+ ".flatMap((one) => one.nodes.map((node) => one.id + ' ' + node.html.slice(0, 160)"
				+ " + ' ' + node.failureSummary))");
		List<String> violations = new ArrayList<>(
				((List<?>) found).stream().map((one) -> page.url() + " " + one).toList());
		if (Boolean.FALSE.equals(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))) {
			violations.add(page.url() + " is wider than the window");
		}
		return violations;
	}

	private static String script() {
		try (InputStream in = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"),
				"axe-core is missing")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
