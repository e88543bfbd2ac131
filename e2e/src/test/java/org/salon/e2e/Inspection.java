package org.salon.e2e;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;

/**
 * Looks at one page after the other, in one language. Every other one is as wide as a
 * phone, the rest as a desk: an inspection in each language, of which one begins with a
 * phone, sees every page in each width and each language, and all of them light and dark.
 * None may be wider than a phone, whatever it is looked at on.
 */
final class Inspection implements AutoCloseable {

	private static final int PHONE = 360;

	private static final int DESK = 1280;

	private static final int HEIGHT = 800;

	private final BrowserContext context;

	private final Page page;

	private final List<String> violations = new ArrayList<>();

	private int width;

	Inspection(Chromium chromium, String language) {
		// Nothing fades from one colour to another while it is looked at.
		this.context = chromium.browser()
			.newContext(new Browser.NewContextOptions().setLocale(language).setReducedMotion(ReducedMotion.REDUCE));
		Axe.addTo(this.context);
		this.page = this.context.newPage();
		this.width = language.equals("en") ? PHONE : DESK;
	}

	/** Looks at the page that is there. */
	void look() {
		this.width = PHONE + DESK - this.width;
		this.page.setViewportSize(PHONE, HEIGHT);
		if (Boolean.FALSE.equals(this.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))) {
			this.violations.add(this.page.url() + " is wider than a phone");
		}
		this.page.setViewportSize(this.width, HEIGHT);
		this.violations.addAll(Axe.violations(this.page));
	}

	void look(String address) {
		this.page.navigate(address);
		look();
	}

	/** Presses that button and looks at the page to which it leads. */
	void press(String button) {
		this.page.waitForNavigation(() -> this.page.locator(button).click());
		look();
	}

	Page page() {
		return this.page;
	}

	List<String> violations() {
		return this.violations;
	}

	@Override
	public void close() {
		this.context.close();
	}

}
