package org.salon.localstack.mail;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MailCatcherIT {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	@TempDir
	private Path folder;

	@Test
	void keepsMailsOverRestart() throws Exception {
		String id;
		byte[] source;
		try (MailCatcher catcher = catcher()) {
			MimeMessage sent = send(catcher, "第44期", "a@example.org", "b@example.org");
			assertThat(catcher.received()).hasSize(2);
			assertThat(catcher.received("B@example.org")).singleElement()
				.satisfies((mail) -> assertThat(mail.summary().messageId()).isEqualTo(sent.getMessageID()));
			id = catcher.received("a@example.org").getFirst().summary().id();
			source = catcher.received("a@example.org").getFirst().source();
		}
		try (MailCatcher catcher = catcher()) {
			assertThat(catcher.received()).hasSize(2);
			ReceivedMail kept = catcher.received("a@example.org").getFirst();
			assertThat(kept.summary().id()).isEqualTo(id);
			assertThat(kept.summary().subject()).isEqualTo("第44期");
			assertThat(kept.source()).isEqualTo(source);
			send(catcher, "later", "a@example.org");
			assertThat(catcher.received("a@example.org").getLast().summary().subject()).isEqualTo("later");
		}
	}

	@Test
	void neverRunsWhatMailSays() throws Exception {
		try (MailCatcher catcher = catcher()) {
			send(catcher, "<script>alert(1)</script>\"><img src=x onerror=alert(2)>", "a@example.org");
			String id = catcher.received().getFirst().summary().id();
			HttpResponse<String> list = get(catcher, "/");
			HttpResponse<String> mail = get(catcher, "/messages/" + id);
			for (HttpResponse<String> page : new HttpResponse[] { list, mail }) {
				assertThat(page.body()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>", "<img");
				assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
					.contains("default-src 'none'", "script-src 'self'")
					.doesNotContain("unsafe");
			}
			assertThat(get(catcher, "/messages/" + id + "/html").headers().firstValue("Content-Security-Policy"))
				.hasValueSatisfying((policy) -> assertThat(policy).contains("default-src 'none'", "sandbox")
					.doesNotContain("allow-scripts", "http"));
		}
	}

	@Test
	void answersByJson() throws Exception {
		try (MailCatcher catcher = catcher()) {
			send(catcher, "first", "a@example.org");
			send(catcher, "second", "a@example.org", "b@example.org");
			JsonNode mails = json(get(catcher, "/api/messages?to=a@example.org"));
			assertThat(mails.findValuesAsString("subject")).containsExactly("second", "first");
			assertThat(json(get(catcher, "/api/messages?size=1&page=2")).findValuesAsString("subject"))
				.containsExactly("first");
			String id = mails.get(0).get("id").asString();
			assertThat(json(get(catcher, "/api/messages/" + id)).get("html").asString()).contains("<p>你好</p>");
			assertThat(get(catcher, "/api/messages/" + id + "/source").body()).contains("Subject: second");
			assertThat(get(catcher, "/api/messages/unknown").statusCode()).isEqualTo(404);
			assertThat(get(catcher, "/api/messages/..%2F" + id).statusCode()).isEqualTo(404);
		}
	}

	@Test
	void forgetsMailsOnDelete() throws Exception {
		try (MailCatcher catcher = catcher()) {
			send(catcher, "gone", "a@example.org");
			assertThat(ask(catcher, "/api/messages", "DELETE").statusCode()).isEqualTo(204);
			assertThat(catcher.received()).isEmpty();
		}
		try (MailCatcher catcher = catcher()) {
			assertThat(catcher.received()).isEmpty();
		}
	}

	@Test
	void tellsWhatCameInsteadOfAwaitedMail() throws Exception {
		try (MailCatcher catcher = catcher()) {
			send(catcher, "other", "a@example.org");
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> catcher.awaitMessage("a@example.org", (mail) -> mail.getSubject().equals("awaited"),
						Duration.ofMillis(200)))
				.withMessageContaining("other");
			Thread.ofVirtual().start(() -> send(catcher, "awaited", "a@example.org"));
			assertThat(catcher.awaitMessage("a@example.org", (mail) -> mail.getSubject().equals("awaited"), PATIENCE)
				.getSubject()).isEqualTo("awaited");
		}
	}

	private MailCatcher catcher() {
		return new MailCatcher(this.folder, 0, 0).start();
	}

	private static MimeMessage send(MailCatcher catcher, String subject, String... recipients) {
		try {
			Session session = Session.getInstance(new Properties());
			MimeMessage mail = new MimeMessage(session);
			mail.setFrom("club@example.org");
			mail.setSubject(subject, "UTF-8");
			mail.setContent("<p>你好</p>", "text/html; charset=utf-8");
			mail.saveChanges();
			try (Transport transport = session.getTransport("smtp")) {
				transport.connect("127.0.0.1", catcher.smtpPort(), null, null);
				transport.sendMessage(mail, InternetAddress.parse(String.join(",", recipients)));
			}
			return mail;
		}
		catch (jakarta.mail.MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static HttpResponse<String> get(MailCatcher catcher, String path) throws Exception {
		return ask(catcher, path, "GET");
	}

	private static HttpResponse<String> ask(MailCatcher catcher, String path, String method) throws Exception {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client
				.send(HttpRequest.newBuilder(URI.create(catcher.inboxUrl().replace("localhost", "127.0.0.1") + path))
					.method(method, HttpRequest.BodyPublishers.noBody())
					.build(), BodyHandlers.ofString());
		}
	}

	private static JsonNode json(HttpResponse<String> answer) {
		return JsonMapper.shared().readTree(answer.body());
	}

}
