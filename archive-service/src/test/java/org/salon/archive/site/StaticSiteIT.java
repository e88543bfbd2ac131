package org.salon.archive.site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.salon.archive.Browser;
import org.salon.archive.EventWriter;
import org.salon.archive.RunningArchive;
import org.salon.events.salon.SalonArchived;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;
import static org.salon.archive.SalonSamples.salon;

/** The static site, hosted by a plain file server below a path. */
@RunningArchive
// Before the others: each of their salons would be a page, or several, to be written.
@Order(1)
class StaticSiteIT {

	private static final int SALONS = 55;

	private final HttpClient client = HttpClient.newHttpClient();

	/** Written once for all that look into it. */
	private static byte @Nullable [] english;

	@LocalServerPort
	private int port;

	@Autowired
	private EventWriter events;

	@BeforeEach
	void fill() {
		// More than fit on one page.
		for (int number = 8101; number < 8101 + SALONS; number++) {
			this.events.write(new SalonArchived(salon(number).date(LocalDate.of(2015, 5, 5))
				.title("Salon </script> " + number)
				.group("论文分享", "C++ / 数据集")
				.speaker("王小明", null)
				.introduction("[all](/archive/), [refused](/archive/%2e%2e/x), [nowhere](/archive/nowhere/at-all)")
				.link("回放", "https://www.bilibili.com/video/BV1xx411c7mD")
				.state()), 1);
		}
		Browser browser = new Browser(this.port);
		await("the last salon").atMost(Duration.ofSeconds(60))
			.until(() -> browser.get("/archive/" + (8100 + SALONS)).statusCode() == 200);
	}

	@Test
	void isWholeUnderAnyPathOfAnyServer(@TempDir Path folder) throws Exception {
		unzip(english(), folder.resolve("club"));
		HttpServer server = SimpleFileServer.createFileServer(
				new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), folder.toRealPath(),
				SimpleFileServer.OutputLevel.NONE);
		server.start();
		try {
			URI root = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/club/");
			Set<URI> visited = follow(root);
			assertThat(visited).contains(root.resolve("8101/index.html"), root.resolve("page-1/index.html"),
					root.resolve("feed.atom"), root.resolve("archive.json"), root.resolve("8101.bib"));
			assertThat(files(folder.resolve("club"))).hasSameSizeAs(visited.stream()
				.map((address) -> address.getPath().endsWith("/") ? address.resolve("index.html") : address)
				.distinct()
				.toList());
		}
		finally {
			server.stop(0);
		}
	}

	@Test
	void saysInThePagesLanguageAndKeepsPermanentAddresses(@TempDir Path folder) throws Exception {
		unzip(english(), folder);
		Document page = Jsoup.parse(folder.resolve("8101/index.html").toFile());
		assertThat(page.select("html").attr("lang")).isEqualTo("en");
		assertThat(page.select("link[rel=canonical]").attr("href"))
			.isEqualTo("https://archive.example.org/archive/8101");
		assertThat(page.select("[data-live], form, .languages")).isEmpty();
		assertThat(page.select("script[src]").eachAttr("src")).singleElement(as(STRING)).contains("/players-");
	}

	@Test
	void isTheSameForTheSameArchive() throws Exception {
		assertThat(zip("?lang=en")).isEqualTo(english()).isNotEqualTo(zip("?lang=zh-CN"));
	}

	@Test
	void isWrittenForOneAtATimeAndNotForThoseWhoLeft() throws Exception {
		HttpResponse<InputStream> left = ask("");
		assertThat(left.body().read()).isEqualTo('P');
		assertThat(new Browser(this.port).operatorGet("/api/archive/site.zip").statusCode()).isEqualTo(409);
		left.body().close();
		await("the turn is free again").atMost(Duration.ofSeconds(60)).until(() -> {
			try (InputStream body = ask("").body()) {
				return body.read() == 'P';
			}
		});
	}

	@Test
	void isForTheOperator() {
		assertThat(new Browser(this.port).get("/api/archive/site.zip").statusCode()).isEqualTo(401);
	}

	/** Every address that is reached from there by links that stay on the server. */
	private Set<URI> follow(URI root) throws Exception {
		Set<URI> visited = new TreeSet<>(Set.of(root));
		Queue<URI> waiting = new ArrayDeque<>(visited);
		while (!waiting.isEmpty()) {
			URI address = waiting.remove();
			HttpResponse<String> page = this.client.send(HttpRequest.newBuilder(address).build(),
					HttpResponse.BodyHandlers.ofString());
			assertThat(page.statusCode()).as("%s", address).isEqualTo(200);
			if (page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
				for (URI link : links(address, page.body())) {
					assertThat(link.toString()).as("link in %s", address).startsWith(root.toString());
					if (visited.add(link)) {
						waiting.add(link);
					}
				}
			}
		}
		return visited;
	}

	private Set<URI> links(URI address, String page) {
		Set<URI> links = new TreeSet<>();
		Document document = Jsoup.parse(page);
		for (String attribute : new String[] { "href", "src" }) {
			for (String link : document.select("[" + attribute + "]").eachAttr(attribute)) {
				assertThat(link).doesNotContain("localhost:" + this.port).doesNotStartWith("/");
				if (!link.matches("(#|[a-z]+:).*")) {
					links.add(address.resolve(link));
				}
			}
		}
		return links;
	}

	private byte[] english() throws Exception {
		byte[] written = (english != null) ? english : zip("?lang=en");
		english = written;
		return written;
	}

	private byte[] zip(String query) throws Exception {
		try (InputStream body = ask(query).body()) {
			return body.readAllBytes();
		}
	}

	private HttpResponse<InputStream> ask(String query) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.port + "/api/archive/site.zip" + query))
			.header("Authorization", Browser.basic(Browser.PASSWORD))
			.build();
		return this.client.send(request, HttpResponse.BodyHandlers.ofInputStream());
	}

	private static void unzip(byte[] bytes, Path folder) throws IOException {
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				Path file = folder.resolve(entry.getName());
				Files.createDirectories(file.getParent());
				Files.copy(zip, file);
			}
		}
	}

	private static Set<Path> files(Path folder) throws IOException {
		try (var found = Files.walk(folder)) {
			return new TreeSet<>(found.filter(Files::isRegularFile).toList());
		}
	}

}
