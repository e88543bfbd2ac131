package org.salon.notification.channel.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.salon.notification.channel.http.BadChannelSetting;
import org.salon.notification.channel.http.HttpTarget;
import org.salon.notification.salon.Salon;
import org.salon.outbound.HttpCall;
import org.salon.outbound.HttpReply;

/**
 * Any receiver: JSON with the headers of Standard Webhooks. A repeated post has the same
 * id, by which the receiver can drop it.
 */
public final class Webhook implements Channel {

	public static final String NAME = "webhook";

	private static final String PREFIX = "whsec_";

	private static final Duration PAUSE = Duration.ofMinutes(1);

	private final HttpTarget target;

	private final byte[] key;

	private Webhook(HttpTarget target, byte[] key) {
		this.target = target;
		this.key = key;
	}

	/**
	 * The receiver at that address.
	 * @param setting the name of that of the secret
	 * @throws BadChannelSetting if the secret is none
	 */
	public static Webhook of(HttpTarget target, String setting, String secret) {
		byte[] key = key(secret);
		if (key == null || key.length < 24 || key.length > 64) {
			throw new BadChannelSetting(setting, "has to be whsec_ and 24 to 64 bytes in base64");
		}
		return new Webhook(target, key);
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public RateLimit limit() {
		return RateLimit.of(new RateLimit.Window(60, Duration.ofMinutes(1)));
	}

	@Override
	public boolean knowsRepeats() {
		return true;
	}

	@Override
	public HttpCall call(Post post, Instant now) {
		String id = "msg_" + post.id().toString().replace("-", "");
		String seconds = Long.toString(now.getEpochSecond());
		String body = Json.write(message(post));
		return new HttpCall(this.target.uri(), Map.of("webhook-id", id, "webhook-timestamp", seconds,
				"webhook-signature", Signatures.webhook(id, seconds, body, this.key)), body);
	}

	/** By the status alone: nobody says what a receiver's words mean. */
	@Override
	public Answer read(HttpReply reply) {
		String text = "HTTP " + reply.status();
		if (reply.good()) {
			return Answer.sent(text);
		}
		return switch (reply.status()) {
			case 429 -> Answer.limited(text, (reply.retryAfter() != null) ? reply.retryAfter() : PAUSE);
			case 408, 425 -> Answer.later(text);
			default -> (reply.status() >= 500) ? Answer.later(text) : Answer.refused(text);
		};
	}

	private static Map<String, Object> message(Post post) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("title", post.title());
		data.put("lines", post.lines());
		if (post.page() != null) {
			data.put("url", post.page().toString());
		}
		if (post.salon() != null) {
			data.put("salon", salon(post.salon()));
		}
		Map<String, Object> message = new LinkedHashMap<>();
		message.put("type", "salon." + post.kind().name().toLowerCase(Locale.ROOT));
		message.put("timestamp", post.at().toString());
		message.put("data", data);
		return message;
	}

	private static Map<String, Object> salon(Salon salon) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("number", salon.number());
		facts.put("version", salon.version());
		facts.put("title", salon.title());
		if (salon.host() != null) {
			facts.put("host", salon.host());
		}
		facts.put("startsAt", salon.startsAt().toString());
		facts.put("endsAt", salon.endsAt().toString());
		facts.put("zone", salon.zone().getId());
		facts.put("cancelled", salon.cancelled());
		facts.put("speakers", salon.speakers());
		facts.put("papers", salon.papers());
		facts.put("links", salon.links());
		return facts;
	}

	private static byte @Nullable [] key(String secret) {
		try {
			return secret.startsWith(PREFIX) ? Base64.getDecoder().decode(secret.substring(PREFIX.length())) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
