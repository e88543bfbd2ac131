package org.salon.localstack.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;

/** One mail in one of its views. */
record MailPage(MailFile file, MailContent content, String view) {

	String html() throws IOException, MessagingException {
		MailSummary mail = this.file.summary();
		String shown = views().contains(this.view) ? this.view : views().getFirst();
		return Html.document(mail.subject(), "",
				"""
						<header>
						<h1><a href="/">← Inbox</a></h1>
						</header>
						<main>
						<article>
						<h2 dir="auto">%s</h2>
						<dl class="summary">
						<dt>To</dt><dd>%s</dd>
						<dt>From</dt><dd>%s</dd>
						<dt>Received</dt><dd>%s</dd>
						</dl>
						%s
						<nav class="tabs">%s</nav>
						<section class="body">%s</section>
						</article>
						</main>
						""".formatted(Html.escape(mail.subject().isEmpty() ? "(no subject)" : mail.subject()),
						Html.escape(mail.to()), Html.escape(mail.from()), Html.time(mail.receivedAt()),
						attachments(mail.id()), tabs(mail.id(), shown), body(mail.id(), shown)));
	}

	private List<String> views() {
		List<String> views = new ArrayList<>();
		this.content.html().ifPresent((html) -> views.add("html"));
		this.content.text().ifPresent((text) -> views.add("text"));
		this.content.calendar().ifPresent((calendar) -> views.add("calendar"));
		views.add("headers");
		views.add("source");
		return views;
	}

	private String tabs(String id, String shown) {
		return views().stream()
			.map((name) -> "<a href=\"/messages/%s?view=%s\"%s>%s</a>".formatted(id, name,
					name.equals(shown) ? " aria-current=\"page\"" : "", label(name)))
			.collect(Collectors.joining("\n"));
	}

	private static String label(String view) {
		return switch (view) {
			case "html" -> "HTML";
			case "text" -> "Text";
			case "calendar" -> "Calendar";
			case "headers" -> "Headers";
			default -> "Source";
		};
	}

	private String body(String id, String shown) throws IOException, MessagingException {
		return switch (shown) {
			case "html" -> """
					<iframe src="/messages/%s/html" title="Mail as HTML" referrerpolicy="no-referrer"
					sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>""".formatted(id);
			case "text" -> "<pre dir=\"auto\">" + Html.escape(this.content.text().orElse("")) + "</pre>";
			case "calendar" -> new CalendarView(this.content.calendar().orElse("")).html();
			case "headers" -> headers();
			default -> "<pre>" + Html.escape(new String(this.file.source(), StandardCharsets.UTF_8)) + "</pre>";
		};
	}

	private String headers() throws IOException, MessagingException {
		List<Header> headers = Collections.list(this.file.message().getAllHeaders());
		return headers.stream()
			.map((header) -> "<tr><th>%s</th><td>%s</td></tr>".formatted(Html.escape(header.getName()),
					Html.escape(MailFile.decoded(header.getValue()))))
			.collect(Collectors.joining("\n", "<table>", "</table>"));
	}

	private String attachments(String id) {
		StringBuilder list = new StringBuilder();
		for (int i = 0; i < this.content.attachments().size(); i++) {
			MailContent.Attachment attachment = this.content.attachments().get(i);
			list.append("<li><a href=\"/messages/%s/attachments/%d\" download>%s</a> <small>%,d bytes</small></li>"
				.formatted(id, i, Html.escape(attachment.name()), attachment.data().length));
		}
		return list.isEmpty() ? "" : "<ul class=\"attachments\">" + list + "</ul>";
	}

}
