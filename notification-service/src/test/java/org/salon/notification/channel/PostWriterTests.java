package org.salon.notification.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.events.salon.ReplayPublished;
import org.salon.events.salon.SalonStatus;
import org.salon.notification.Fixtures;
import org.salon.notification.channel.plan.PostKind;
import org.salon.notification.channel.wire.Post;
import org.salon.notification.mail.LinkProperties;
import org.salon.notification.mail.Links;
import org.salon.notification.mail.Wording;
import org.salon.notification.salon.Salon;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class PostWriterTests {

	private static final Instant NOW = Fixtures.START.minus(Duration.ofHours(1));

	@Test
	void announcesInChinese() {
		written("zh-CN", (writer) -> {
			Post post = write(writer, PostKind.ANNOUNCEMENT, "Non-IID 数据集");
			assertThat(post.title()).isEqualTo("第44期学术沙龙 开始报名：Non-IID 数据集");
			assertThat(post.lines()).containsExactly("第 44 期学术沙龙开始报名，欢迎参加。",
					"**时间**：2026年6月7日（周日）19:30–21:30 中国标准时间，UTC+08:00", "**主题**：Non-IID 数据集", "**主办**：Mo人工智能俱乐部",
					"**主讲人**：王小明（示例大学）", "**分享论文**：Federated Learning on Non-IID Data");
			assertThat(post.links()).containsExactly(new Post.Link("查看邀请并报名", "http://localhost:8080/salons/44"));
		});
	}

	@Test
	void remindsInEnglish() {
		written("en", (writer) -> {
			Post post = write(writer, PostKind.REMINDER, "Non-IID 数据集");
			assertThat(post.title()).isEqualTo("Salon 44 starts in 60 minutes – Non-IID 数据集");
			assertThat(post.lines()).startsWith("Salon 44 is near. See you there!",
					"**Time**: Sunday, 7 June 2026, 19:30–21:30 China Standard Time, UTC+08:00");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "zh-CN", "en" })
	void hasWordsForEveryKindAndNoneOfHowToJoin(String locale) {
		written(locale, (writer) -> {
			for (PostKind kind : PostKind.values()) {
				Post post = (kind == PostKind.TEST) ? writer.test() : write(writer, kind, "Non-IID 数据集");
				assertThat(post.title()).isNotBlank();
				assertThat(post.lines()).isNotEmpty().noneMatch((line) -> line.contains("live.example.org"));
			}
		});
	}

	@Test
	void leadsToTheReplayAndToTheArchive() {
		written("en",
				(writer) -> assertThat(write(writer, PostKind.REPLAY, "Non-IID 数据集").links()).containsExactly(
						new Post.Link("See it in the archive", "http://localhost:8082/archive/44"),
						new Post.Link("Replay: 录像", "https://example.org/replay/44"),
						new Post.Link("Slides", "https://example.org/slides/44.pdf")));
	}

	@Test
	void makesNoMarkupOfATitle() {
		written("en", (writer) -> {
			Post post = write(writer, PostKind.ANNOUNCEMENT,
					"<@all> [x](https://evil.example)\n# **b** `c` <at id=all></at> @所有人");
			assertThat(post.title() + post.lines().get(2).replace("**Theme**", "")).doesNotContain("<", ">", "[", "]",
					"*", "`", "@", "\n");
		});
	}

	private static Post write(PostWriter writer, PostKind kind, String title) {
		Salon salon = Salon.after(null,
				new ReplayPublished(Fixtures.salon(44, Fixtures.START, title, SalonStatus.ANNOUNCED, 0), false), 1,
				Fixtures.LONG_BEFORE);
		return writer.write(UUID.randomUUID(), kind, NOW, salon, NOW);
	}

	private static void written(String locale, Consumer<PostWriter> test) {
		new ApplicationContextRunner()
			.withUserConfiguration(Wording.class, Links.class, PostWriter.class, Settings.class)
			.withBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC))
			.withPropertyValues("salon.link-key=" + Fixtures.LINK_KEY, "salon.default-locale=" + locale)
			.run((context) -> test.accept(context.getBean(PostWriter.class)));
	}

	@EnableConfigurationProperties(LinkProperties.class)
	static class Settings {

	}

}
