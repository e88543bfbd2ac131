package org.salon.localstack.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Pieces that every page is made of. */
final class Html {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	private Html() {
	}

	/** Text from a mail, safe between tags and in quoted attributes. */
	static String escape(String text) {
		return text.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("'", "&#39;");
	}

	static String time(Instant instant) {
		return "<time datetime=\"%s\">%s</time>".formatted(instant,
				TIME.format(instant.atZone(ZoneId.systemDefault())));
	}

	static String document(String title, String newest, String content) {
		return """
				<!doctype html>
				<html lang="en">
				<head>
				<meta charset="utf-8">
				<meta name="viewport" content="width=device-width, initial-scale=1">
				<title>%s</title>
				<link rel="stylesheet" href="/inbox.css">
				<script src="/inbox.js" defer></script>
				</head>
				<body data-newest="%s">
				%s
				</body>
				</html>
				""".formatted(escape(title), escape(newest), content);
	}

}
