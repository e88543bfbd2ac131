package org.salon.notification.channel.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.salon.notification.channel.http.HttpTarget;
import org.salon.outbound.HttpCall;
import org.salon.outbound.HttpReply;

/** The robot of a WeCom group: a Markdown message of at most 4,096 bytes. */
public final class WeCom implements Channel {

	public static final String NAME = "wecom";

	private static final int LONGEST_TEXT = 4096;

	private static final RobotAnswers ANSWERS = new RobotAnswers(List.of("errcode"), "errmsg", Set.of(45009, 45033),
			Set.of(-1), Duration.ofMinutes(1));

	private final HttpTarget target;

	/** The robot at that address, which has its key. */
	public WeCom(HttpTarget target) {
		this.target = target;
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
		return new HttpCall(this.target.uri(), Map.of(), Json.write(Map.of("msgtype", "markdown", "markdown",
				Map.of("content", Markdown.titled(post, "\n", LONGEST_TEXT)))));
	}

	@Override
	public Answer read(HttpReply reply) {
		return ANSWERS.read(reply, this.target);
	}

}
