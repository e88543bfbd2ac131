package org.salon.notification.channel;

import java.util.ArrayList;
import java.util.List;

import org.salon.notification.channel.http.HttpTarget;
import org.salon.notification.channel.wire.Channel;
import org.salon.notification.channel.wire.DingTalk;
import org.salon.notification.channel.wire.Feishu;
import org.salon.notification.channel.wire.WeCom;
import org.salon.notification.channel.wire.Webhook;
import org.salon.outbound.SafeHttp;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the channels that the settings name, or says what is wrong with these. */
@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {

	private static final String PREFIX = "SALON_CHANNELS_";

	@Bean
	Channels channels(ChannelProperties properties) {
		List<Channel> on = new ArrayList<>();
		if (properties.dingtalk().on()) {
			on.add(new DingTalk(target("DINGTALK", properties.dingtalk(), properties),
					properties.dingtalk().secret().strip()));
		}
		if (properties.wecom().on()) {
			on.add(new WeCom(target("WECOM", properties.wecom(), properties)));
		}
		if (properties.feishu().on()) {
			on.add(new Feishu(target("FEISHU", properties.feishu(), properties), properties.feishu().secret().strip()));
		}
		if (properties.webhook().on()) {
			on.add(Webhook.of(target("WEBHOOK", properties.webhook(), properties), PREFIX + "WEBHOOK_SECRET",
					properties.webhook().secret().strip()));
		}
		return new Channels(on);
	}

	@Bean
	SafeHttp safeHttp(ChannelProperties properties) {
		return new SafeHttp("Salon", properties.hosts(), properties.connectTimeout(), properties.callTimeout());
	}

	private static HttpTarget target(String name, ChannelProperties.Target target, ChannelProperties properties) {
		return HttpTarget.of(PREFIX + name + "_URL", target.url(), target.secret().strip(), properties.hosts());
	}

}
