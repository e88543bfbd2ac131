package org.salon.notification.channel.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a post in the little Markdown that all chats know. Its words come without
 * anything that is markup there.
 */
final class Markdown {

	private Markdown() {
	}

	/** The post under its title, as much of it as has room in so many bytes. */
	static String titled(Post post, String between, int bytes) {
		List<String> lines = lines(post);
		lines.addFirst("### " + post.title());
		return join(lines, between, bytes);
	}

	/** The post without its title. */
	static String untitled(Post post, String between, int bytes) {
		return join(lines(post), between, bytes);
	}

	/** The body of the post, links last. */
	private static List<String> lines(Post post) {
		List<String> lines = new ArrayList<>(post.lines());
		post.links().forEach((link) -> lines.add("[" + link.label() + "](" + address(link.url()) + ")"));
		return lines;
	}

	/** As many of the lines, from the first, as have room. */
	private static String join(List<String> lines, String between, int bytes) {
		List<String> kept = new ArrayList<>(lines);
		while (kept.size() > 1 && size(kept, between) > bytes) {
			kept.removeLast();
		}
		return String.join(between, kept);
	}

	private static int size(List<String> lines, String between) {
		return lines.stream().collect(Collectors.joining(between)).getBytes(StandardCharsets.UTF_8).length;
	}

	/** Without what would end the link before its end. */
	private static String address(String url) {
		return url.replace("(", "%28")
			.replace(")", "%29")
			.replace("<", "%3C")
			.replace(">", "%3E")
			.replace("[", "%5B")
			.replace("]", "%5D")
			.replace("\"", "%22");
	}

}
