package org.salon.e2e;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** The mails that arrived, read through the inbox's own API. */
record Inbox(String url) {

	/** Waits for the mail to that address whose subject contains the words. */
	Mail await(String to, String words, Duration atMost) {
		Awaitility.await("a mail to " + to + " about " + words)
			.atMost(atMost)
			.until(() -> to(to).stream().anyMatch((mail) -> mail.subject().contains(words)));
		return to(to).stream().filter((mail) -> mail.subject().contains(words)).findFirst().orElseThrow();
	}

	/** All mails to the address, the newest first. */
	List<Mail> to(String address) {
		List<Mail> mails = new ArrayList<>();
		JsonNode list = Http
			.json(Http.get(this.url + "/api/messages?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8)));
		JsonNode items = list.isArray() ? list : list.get("items");
		items.forEach((item) -> mails.add(new Mail(this.url, item.get("id").asString(), item.get("subject").asString(),
				item.get("messageId").asString())));
		return mails;
	}

	/** All mails to whomever. */
	List<Mail> all() {
		return to("");
	}

	/** One mail. */
	record Mail(String inbox, String id, String subject, String messageId) {

		String source() {
			return Http.get(this.inbox + "/api/messages/" + this.id + "/source").body();
		}

		JsonNode parts() {
			return Http.json(Http.get(this.inbox + "/api/messages/" + this.id));
		}

		String text() {
			return parts().get("text").asString();
		}

		/** The first link of the plain text that contains the path. */
		String link(String path) {
			return Pattern.compile("https?://[^\\s<>]+")
				.matcher(text())
				.results()
				.map(MatchResult::group)
				.filter((address) -> address.contains(path))
				.findFirst()
				.orElseThrow(() -> new AssertionError("no link to " + path + " in: " + text()));
		}

	}

}
