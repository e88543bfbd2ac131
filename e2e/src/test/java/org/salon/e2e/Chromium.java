package org.salon.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/**
 * The system's own Chromium, driven by Playwright. Where it is missing it is installed
 * with the system's package manager if that is allowed; else the test fails and says how.
 */
final class Chromium implements AutoCloseable {

	/** A site of somebody else, which for this browser is on this machine. */
	static final String MEETING_HOST = "meet.example.org";

	private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
			"/usr/bin/google-chrome", "/usr/bin/google-chrome-stable",
			"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
			"/Applications/Chromium.app/Contents/MacOS/Chromium");

	private static final String HOW = """
			The browser tests need Chromium or Google Chrome. Install it, for example with
			  apt-get install chromium    (as root; the tests do so themselves where they may)
			or set CHROMIUM to the path of the program.""";

	private final Playwright playwright;

	private final Browser browser;

	Chromium() {
		Path program = installed().or(Chromium::install).orElseThrow(() -> new IllegalStateException(HOW));
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(program)
				.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
						"--disable-background-networking", "--disable-component-update", "--disable-sync",
						"--no-proxy-server", "--host-resolver-rules=MAP " + MEETING_HOST + " 127.0.0.1")));
	}

	Browser browser() {
		return this.browser;
	}

	private static Optional<Path> installed() {
		return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
	}

	private static Optional<Path> install() {
		boolean root = System.getProperty("user.name").equals("root");
		if (!root || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
			return Optional.empty();
		}
		run("apt-get", "update", "-q");
		run("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-noto-cjk");
		return installed();
	}

	private static void run(String... command) {
		try {
			ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
			builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
			if (!builder.start().waitFor(10, TimeUnit.MINUTES)) {
				throw new IllegalStateException(String.join(" ", command) + " does not end");
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

}
