package org.salon.notification.channel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salon.notification.channel.http.BadChannelSetting;
import org.salon.notification.channel.wire.Channel;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class ChannelSettingsTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(ChannelConfiguration.class, Properties.class);

	@Test
	void hasNoChannelUnlessOneIsNamed() {
		this.runner.withPropertyValues("salon.channels.dingtalk.url=", "salon.channels.allow-hosts=")
			.run((context) -> assertThat(context.getBean(Channels.class).on()).isEmpty());
	}

	@Test
	void hasThoseThatAreNamed() {
		this.runner
			.withPropertyValues("salon.channels.dingtalk.url=https://oapi.dingtalk.com/robot/send?access_token=x",
					"salon.channels.wecom.url=https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=x",
					"salon.channels.feishu.url=https://open.feishu.cn/open-apis/bot/v2/hook/x",
					"salon.channels.webhook.url=http://hooks.internal:8080/salon",
					"salon.channels.webhook.secret=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
					"salon.channels.allow-hosts=hooks.internal, other.internal")
			.run((context) -> assertThat(context.getBean(Channels.class).on()).extracting(Channel::name)
				.isEqualTo(Channels.NAMES));
	}

	@ParameterizedTest
	@CsvSource({ "dingtalk.url=http://example.org/t0pS3cret, SALON_CHANNELS_DINGTALK_URL has to start with https://",
			"wecom.url=t0pS3cret, SALON_CHANNELS_WECOM_URL names no host",
			"feishu.url=https://exa mple.org/t0pS3cret, SALON_CHANNELS_FEISHU_URL is no address",
			"webhook.url=https://example.org/t0pS3cret, SALON_CHANNELS_WEBHOOK_SECRET has to be whsec_ and 24 to 64 bytes in base64" })
	void doesNotStartWithABadOneAndSaysWhichButNotWhat(String setting, String message) {
		this.runner.withPropertyValues("salon.channels." + setting).run((context) -> {
			assertThat(context).hasFailed();
			Throwable failure = context.getStartupFailure();
			assertThat(failure).hasRootCauseInstanceOf(BadChannelSetting.class).hasRootCauseMessage(message);
			for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
				assertThat(cause.getMessage()).doesNotContain("t0pS3cret");
			}
			assertThat(new BadChannelSettingAnalyzer().analyze(failure).getDescription()).isEqualTo(message);
		});
	}

	@EnableConfigurationProperties(ChannelProperties.class)
	static class Properties {

	}

}
