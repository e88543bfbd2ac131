package org.salon.localstack.mail;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.mail.MessagingException;

/** The mails as web pages. */
final class InboxPages {

	/** Our own pages load nothing but their own style and script. */
	private static final String OWN_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; "
			+ "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	/**
	 * A mail's HTML runs no script and loads nothing from anywhere; its links open in a
	 * tab of their own.
	 */
	private static final String MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
			+ "font-src data:; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

	private final MailStore store;

	InboxPages(MailStore store) {
		this.store = store;
	}

	Reply list(Query query) {
		String to = query.text("to");
		int size = Math.max(1, query.number("size", 50, 500));
		int page = query.number("page", 0, 1_000_000);
		List<MailSummary> all = this.store.newestFirst().filter((mail) -> mail.isToSomeoneLike(to)).toList();
		List<MailSummary> shown = all.stream().skip((long) page * size).limit(size).toList();
		return page(new ListPage(shown, all.size(), to, page, size).html());
	}

	Optional<Reply> mail(String[] path, Query query) throws IOException, MessagingException {
		Optional<MailFile> file = (path.length > 1) ? this.store.find(path[1]) : Optional.empty();
		if (file.isEmpty()) {
			return Optional.empty();
		}
		MailContent content = MailContent.of(file.get().message());
		if (path.length == 2) {
			return Optional.of(page(new MailPage(file.get(), content, query.text("view")).html()));
		}
		return switch (path[2]) {
			case "html" -> content.html().map((html) -> body(html, content));
			case "attachments" -> attachment(path, content);
			default -> Optional.empty();
		};
	}

	private static Reply page(String html) {
		return Reply.of("text/html", html).with("Content-Security-Policy", OWN_POLICY);
	}

	private static Reply body(String html, MailContent content) {
		String shown = html;
		for (MailContent.Attachment attachment : content.attachments()) {
			if (!attachment.contentId().isEmpty()) {
				shown = shown.replace("cid:" + attachment.contentId(), attachment.dataUri());
			}
		}
		// After the doctype, if there is one: before it, browsers would go back to 1998.
		String base = "<base target=\"_blank\">";
		int head = shown.indexOf("<head>");
		shown = (head < 0) ? base + shown : shown.substring(0, head + 6) + base + shown.substring(head + 6);
		return Reply.of("text/html", shown).with("Content-Security-Policy", MAIL_POLICY);
	}

	private static Optional<Reply> attachment(String[] path, MailContent content) {
		int index = Query.of("index=" + ((path.length == 4) ? path[3] : "")).number("index", -1, Integer.MAX_VALUE);
		if (index < 0 || index >= content.attachments().size()) {
			return Optional.empty();
		}
		MailContent.Attachment attachment = content.attachments().get(index);
		String name = URLEncoder.encode(attachment.name(), StandardCharsets.UTF_8).replace("+", "%20");
		// Never as the type that the sender says: it must be saved, not shown from here.
		return Optional.of(new Reply(200, Map.of("Content-Type", "application/octet-stream", "Content-Disposition",
				"attachment; filename*=UTF-8''" + name), attachment.data()));
	}

}
