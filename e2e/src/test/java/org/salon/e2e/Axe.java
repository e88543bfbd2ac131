package org.salon.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** axe-core, which holds a page against WCAG 2.2 AA. */
final class Axe {

	private static final String ALL_RULES = "{type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', "
			+ "'wcag22aa', 'best-practice']}";

	/** Those whose findings depend on colours. */
	private static final String RULES_OF_COLOURS = "{type: 'rule', values: ['color-contrast', 'link-in-text-block']}";

	// What passes is counted by nobody, and there are neither media nor frames of others
	// to be loaded in advance.
	private static final String RUN = """
			async () => (await axe.run(document, {runOnly: %s, resultTypes: ['violations'], preload: false})).violations
				.flatMap((one) => one.nodes.map((node) => one.id + ' ' + node.html.slice(0, 160) + ' '
					+ node.failureSummary))""";

	private Axe() {
	}

	/** Puts it into every page that is opened from now on. */
	static void addTo(BrowserContext context) {
		context.addInitScript(script());
	}

	/** All that is wrong with the page, light and dark, with all of its parts open. */
	static List<String> violations(Page page) {
		page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)");
		return Stream.of(run(page, ColorScheme.LIGHT, ALL_RULES), run(page, ColorScheme.DARK, RULES_OF_COLOURS))
			.flatMap(List::stream)
			.toList();
	}

	private static List<String> run(Page page, ColorScheme scheme, String rules) {
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
		return ((List<?>) page.evaluate(RUN.formatted(rules))).stream()
			.map((found) -> scheme + " " + page.url() + " " + found)
			.toList();
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
