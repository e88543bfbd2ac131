package org.salon.localstack.mail;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** One page of the list of mails. */
record ListPage(List<MailSummary> mails, int total, String to, int page, int size) {

	String html() {
		String newest = (this.page == 0 && this.to.isEmpty() && !this.mails.isEmpty()) ? this.mails.getFirst().id()
				: "";
		return Html.document("Inbox", newest, """
				<header>
				<h1><a href="/">Inbox</a> <small>%d</small></h1>
				<form action="/" role="search">
				<input type="search" name="to" value="%s" placeholder="Recipient" aria-label="Recipient">
				<button>Search</button>
				</form>
				</header>
				<main>
				%s
				%s
				</main>
				""".formatted(this.total, Html.escape(this.to), list(), paging()));
	}

	private String list() {
		if (this.mails.isEmpty()) {
			return "<p class=\"empty\">No mails" + (this.to.isEmpty() ? " yet." : " for this recipient.") + "</p>";
		}
		return this.mails.stream()
			.map(ListPage::row)
			.collect(Collectors.joining("\n", "<ol class=\"mails\">", "</ol>"));
	}

	private static String row(MailSummary mail) {
		return """
				<li><a href="/messages/%s">
				<span class="subject" dir="auto">%s</span>
				<span class="to">%s</span>
				%s
				</a></li>""".formatted(mail.id(),
				Html.escape(mail.subject().isEmpty() ? "(no subject)" : mail.subject()), Html.escape(mail.to()),
				Html.time(mail.receivedAt()));
	}

	private String paging() {
		StringBuilder links = new StringBuilder("<nav class=\"paging\">");
		if (this.page > 0) {
			links.append(link(this.page - 1, "← newer"));
		}
		if ((this.page + 1L) * this.size < this.total) {
			links.append(link(this.page + 1, "older →"));
		}
		return links.append("</nav>").toString();
	}

	private String link(int target, String label) {
		return "<a href=\"/?to=%s&amp;page=%d&amp;size=%d\">%s</a>"
			.formatted(Html.escape(URLEncoder.encode(this.to, StandardCharsets.UTF_8)), target, this.size, label);
	}

}
