package org.salon.notification.channel.http;

/** A channel's setting is not as it has to be; the message does not say what it is. */
public final class BadChannelSetting extends RuntimeException {

	/** Names the setting and its problem. */
	public BadChannelSetting(String setting, String problem) {
		super(setting + " " + problem);
	}

}
