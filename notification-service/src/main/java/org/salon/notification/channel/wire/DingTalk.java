package org.salon.notification.channel.wire;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.salon.notification.channel.http.HttpTarget;
import org.salon.outbound.HttpCall;
import org.salon.outbound.HttpReply;

/**
 * The robot of a DingTalk group: a Markdown message by a signed webhook. More than 20
 * messages a minute and it is deaf for ten.
 */
public final class DingTalk implements Channel {

	public static final String NAME = "dingtalk";

	private static final int LONGEST_TEXT = 15_000;

	private static final RobotAnswers ANSWERS = new RobotAnswers(List.of("errcode"), "errmsg",
			Set.of(130101, 410100, 90030), Set.of(-1), Duration.ofMinutes(10));

	private final HttpTarget target;

	private final String secret;

	/**
	 * The robot at that address.
	 * @param secret of its signatures; empty, if it is secured by a keyword or by our
	 * address
	 */
	public DingTalk(HttpTarget target, String secret) {
		this.target = target;
		this.secret = secret;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public RateLimit limit() {
		return RateLimit.of(new RateLimit.Window(20, Duration.ofMinutes(1)));
	}

	@Override
	public HttpCall call(Post post, Instant now) {
		Map<String, Object> message = Map.of("msgtype", "markdown", "markdown",
				Map.of("title", post.title(), "text", Markdown.titled(post, "\n\n", LONGEST_TEXT)));
		return new HttpCall(signed(Long.toString(now.toEpochMilli())), Map.of(), Json.write(message));
	}

	@Override
	public Answer read(HttpReply reply) {
		return ANSWERS.read(reply, this.target);
	}

	private URI signed(String millis) {
		if (this.secret.isEmpty()) {
			return this.target.uri();
		}
		String sign = URLEncoder.encode(Signatures.dingTalk(millis, this.secret), StandardCharsets.UTF_8);
		String address = this.target.uri().toString();
		return URI.create(address + (address.contains("?") ? "&" : "?") + "timestamp=" + millis + "&sign=" + sign);
	}

}
