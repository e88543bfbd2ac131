package org.salon.notification.channel.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.salon.notification.channel.http.HttpTarget;
import org.salon.outbound.HttpCall;
import org.salon.outbound.HttpReply;

/**
 * The robot of a Feishu or Lark group: a card. Feishu asks to keep away from full and
 * half hours, when everybody posts.
 */
public final class Feishu implements Channel {

	public static final String NAME = "feishu";

	private static final int LONGEST_TEXT = 15_000;

	private static final RobotAnswers ANSWERS = new RobotAnswers(List.of("code", "StatusCode"), "msg",
			Set.of(11232, 9499, 230020, 99991400), Set.of(), Duration.ofMinutes(1));

	private final HttpTarget target;

	private final String secret;

	/**
	 * The robot at that address.
	 * @param secret of its signatures; empty, if it asks for none
	 */
	public Feishu(HttpTarget target, String secret) {
		this.target = target;
		this.secret = secret;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public RateLimit limit() {
		return RateLimit.of(new RateLimit.Window(100, Duration.ofMinutes(1)),
				new RateLimit.Window(5, Duration.ofSeconds(1)));
	}

	@Override
	public HttpCall call(Post post, Instant now) {
		Map<String, Object> message = new LinkedHashMap<>();
		if (!this.secret.isEmpty()) {
			String seconds = Long.toString(now.getEpochSecond());
			message.put("timestamp", seconds);
			message.put("sign", Signatures.feishu(seconds, this.secret));
		}
		message.put("msg_type", "interactive");
		message.put("card", card(post));
		return new HttpCall(this.target.uri(), Map.of(), Json.write(message));
	}

	@Override
	public Answer read(HttpReply reply) {
		return ANSWERS.read(reply, this.target);
	}

	@Override
	public Instant spread(Instant dueAt, Instant notAfter, String post) {
		return RushHours.avoid(dueAt, notAfter, post);
	}

	private static Map<String, Object> card(Post post) {
		return Map.of("header",
				Map.of("title", Map.of("tag", "plain_text", "content", post.title()), "template", "blue"), "elements",
				List.of(Map.of("tag", "markdown", "content", Markdown.untitled(post, "\n", LONGEST_TEXT))));
	}

}
