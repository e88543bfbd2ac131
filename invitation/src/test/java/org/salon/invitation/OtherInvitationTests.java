package org.salon.invitation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Invitations that are laid out otherwise than the sample. */
class OtherInvitationTests {

	@Test
	void readsEnglishInvitation() {
		ComingSalon salon = Invitations.salon(Invitations.resource("english.md"));
		assertThat(salon.number()).isEqualTo(7);
		assertThat(salon.title()).isEqualTo("Graphs that learn");
		assertThat(salon.host()).isEqualTo("The Reading Club");
		assertThat(salon.format()).isEqualTo("Online (meeting room)");
		assertThat(salon.startsAt()).isEqualTo(LocalDateTime.of(2026, 3, 14, 19, 0));
		assertThat(salon.endsAt()).isEqualTo(LocalDateTime.of(2026, 3, 14, 21, 0));
		assertThat(salon.yearInferred()).isFalse();
		assertThat(salon.speakers()).containsExactly(new Speaker("Ada Lovelace", "University of London"),
				new Speaker("Alan Turing", "Bletchley Institute"), new Speaker("Grace Hopper", null));
		assertThat(salon.papers()).containsExactly("Semi-Supervised Classification https://arxiv.org/abs/1609.02907",
				"Attention Is All You Need");
		assertThat(salon.outline()).containsExactly("Why graphs", "What they learn", "and what they do not");
		assertThat(salon.joinText()).isEqualTo("Scan the code.");
		assertThat(salon.joinLinks()).containsExactly("https://meet.example.org/room/7",
				"https://img.example.org/qr.png");
	}

	@Test
	void keepsProseAsMarkdownWithoutUnsafeLinks() {
		ComingSalon salon = Invitations.salon(Invitations.resource("english.md"));
		assertThat(salon.introduction()).isEqualTo("""
				Graphs are *everywhere*.

				A second paragraph with a [good link](https://example.org/a) and a bad one.

				### A heading of its own

				The end.""");
		assertThat(salon.about()).isEqualTo("We read.\n\nWe also [write](https://example.org/write).");
	}

	@Test
	void readsEnglishTable() {
		ParsedInvitation invitation = Invitations.parse(Invitations.resource("english.md"));
		assertThat(invitation.archived()).hasSize(2);
		ArchivedSalon fifth = invitation.archived().getFirst();
		assertThat(fifth.date()).isEqualTo(LocalDate.of(2025, 12, 20));
		assertThat(fifth.tags()).containsExactly("Talk");
		assertThat(fifth.topics()).containsExactly("C++ in practice", "Rust");
		assertThat(fifth.links()).containsExactly(
				new Link("Replay", "https://www.bilibili.com/video/BV1", LinkKind.REPLAY),
				new Link("slides", "https://example.org/s.pptx", LinkKind.MATERIAL));
		assertThat(invitation.archived().getLast().topics()).containsExactly("N+1 queries", "a+b");
		assertThat(Invitations.codes(invitation)).containsExactly(WarningCode.REMOTE_PICTURE, WarningCode.LINK_REFUSED,
				WarningCode.REMOTE_PICTURE);
	}

	@Test
	void findsColumnsByTheirHeaders() {
		ArchivedSalon row = Invitations.archived(Invitations.at("2020年6月7日 19:30-21:30") + """

				| 时间 | 期数 | 内容 |
				| --- | --- | --- |
				| 5月31日 | 第43期 | 深度学习；回放：https://v.douyu.com/show/a |
				""");
		assertThat(row.number()).isEqualTo(43);
		assertThat(row.date()).isEqualTo(LocalDate.of(2020, 5, 31));
		assertThat(row.topics()).containsExactly("深度学习");
		assertThat(row.links()).containsExactly(new Link("回放", "https://v.douyu.com/show/a", LinkKind.REPLAY));
	}

	@Test
	void keepsWhatStandsInUnknownColumns() {
		ArchivedSalon row = Invitations.archived(Invitations.at("2020年6月7日 19:30-21:30") + """

				| 期数 | 时间 | 内容 | 主讲人 |
				| --- | --- | --- | --- |
				| 43 | 5.31 | 甲 | [张三](https://example.org/zhang) 与李四 |
				""");
		assertThat(row.links()).containsExactly(new Link("张三", "https://example.org/zhang", LinkKind.OTHER));
		assertThat(row.notes()).containsExactly("主讲人：与李四");
	}

	@Test
	void countsBackInTableWithLatestFirst() {
		ParsedInvitation invitation = Invitations.parse(Invitations.at("2020年6月7日 19:30-21:30") + """

				| 期数 | 时间 | 内容 | 链接 |
				| --- | --- | --- | --- |
				| 43 | 1.5 | 甲 | |
				| 42 | 12.29 | 乙 | |
				""");
		assertThat(invitation.archived()).extracting(ArchivedSalon::date)
			.containsExactly(LocalDate.of(2020, 1, 5), LocalDate.of(2019, 12, 29));
	}

	@Test
	void readsFactsUnderHeadings() {
		ComingSalon salon = Invitations.salon("""
				# 第 9 期沙龙
				## 活动主题
				图学习
				## 活动时间
				2020年6月7日（周日）晚上7:30-9:30
				## 主讲人
				张三（浙江大学）、李四 (MIT)
				## 活动大纲
				1. 一
				2. 二
				**关于我们**

				我们。
				""");
		assertThat(salon.title()).isEqualTo("图学习");
		assertThat(salon.startsAt()).isEqualTo(LocalDateTime.of(2020, 6, 7, 19, 30));
		assertThat(salon.endsAt()).isEqualTo(LocalDateTime.of(2020, 6, 7, 21, 30));
		assertThat(salon.speakers()).containsExactly(new Speaker("张三", "浙江大学"), new Speaker("李四", "MIT"));
		assertThat(salon.outline()).startsWith("一", "二");
	}

	@Test
	void leavesTableOutOfProseBeforeIt() {
		ParsedInvitation invitation = Invitations.parse(Invitations.at("2020年6月7日 19:30-21:30") + """

				## 关于我们
				我们。

				| 期数 | 时间 | 内容 |
				| --- | --- | --- |
				| 43 | 5.31 | 甲 |
				""");
		assertThat(Objects.requireNonNull(invitation.salon()).about()).isEqualTo("我们。");
		assertThat(invitation.archived()).hasSize(1);
	}

	@Test
	void readsArchiveWithoutComingSalon() {
		ParsedInvitation invitation = Invitations.parse("""
				# 沙龙回顾

				| 期数 | 时间 | 内容 | 链接 |
				| --- | --- | --- | --- |
				| 1 | 2019.3.16 | 甲 | |
				| 2 | 2019-03-23 | 乙 | |
				""");
		assertThat(invitation.salon()).isNull();
		assertThat(invitation.archived()).extracting(ArchivedSalon::date)
			.containsExactly(LocalDate.of(2019, 3, 16), LocalDate.of(2019, 3, 23));
		assertThat(Invitations.codes(invitation)).contains(WarningCode.NO_COMING_SALON);
	}

}
