package org.salon.notification.channel;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the salon's news is posted. A channel without an address is off. What the
 * addresses and secrets have to be is checked elsewhere, by messages that do not have
 * them.
 *
 * @param dingtalk {@code SALON_CHANNELS_DINGTALK_URL}, {@code _SECRET}
 * @param wecom {@code SALON_CHANNELS_WECOM_URL}
 * @param feishu {@code SALON_CHANNELS_FEISHU_URL}, {@code _SECRET}
 * @param webhook {@code SALON_CHANNELS_WEBHOOK_URL}, {@code _SECRET}
 * @param allowHosts hosts that need be neither public nor asked by TLS;
 * {@code SALON_CHANNELS_ALLOW_HOSTS}
 * @param connectTimeout for each address of a host
 * @param callTimeout for the whole of a call; within the last minute before a salon
 * nothing is posted, so that it has to be shorter
 * @param lease for how long a post stays with an instance that shows no sign of life;
 * longer than a call
 * @param poll how often to look whether a salon has changed
 * @param firstRetry after a failure; doubled each time
 * @param longestRetry to which the waits between attempts grow
 */
@Validated
@ConfigurationProperties("salon.channels")
record ChannelProperties(@NotNull @DefaultValue Target dingtalk, @NotNull @DefaultValue Target wecom,
		@NotNull @DefaultValue Target feishu, @NotNull @DefaultValue Target webhook,
		@NotNull @DefaultValue List<String> allowHosts, @NotNull @DefaultValue("5s") Duration connectTimeout,
		@NotNull @DefaultValue("10s") Duration callTimeout, @NotNull @DefaultValue("60s") Duration lease,
		@NotNull @DefaultValue("1s") Duration poll, @NotNull @DefaultValue("5s") Duration firstRetry,
		@NotNull @DefaultValue("15m") Duration longestRetry) {

	Set<String> hosts() {
		return this.allowHosts.stream()
			.map((host) -> host.strip().toLowerCase(Locale.ROOT))
			.filter((host) -> !host.isEmpty())
			.collect(Collectors.toSet());
	}

	/**
	 * Where one channel posts to; both are secrets.
	 *
	 * @param url empty if the channel is off
	 * @param secret of its signatures
	 */
	record Target(@DefaultValue("") String url, @DefaultValue("") String secret) {

		boolean on() {
			return !this.url.isBlank();
		}

		@Override
		public String toString() {
			return on() ? "on" : "off";
		}

	}

}
