package org.salon.notification.channel;

import java.util.List;
import java.util.Optional;

import org.salon.notification.channel.wire.Channel;
import org.salon.notification.channel.wire.DingTalk;
import org.salon.notification.channel.wire.Feishu;
import org.salon.notification.channel.wire.WeCom;
import org.salon.notification.channel.wire.Webhook;

/**
 * The channels that are on.
 */
record Channels(List<Channel> on) {

	/** Those that there are, on or off. */
	static final List<String> NAMES = List.of(DingTalk.NAME, WeCom.NAME, Feishu.NAME, Webhook.NAME);

	Channels {
		on = List.copyOf(on);
	}

	Optional<Channel> find(String name) {
		return this.on.stream().filter((channel) -> channel.name().equals(name)).findFirst();
	}

}
