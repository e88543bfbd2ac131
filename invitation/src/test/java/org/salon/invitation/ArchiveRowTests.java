package org.salon.invitation;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows of the table, as people type them. */
class ArchiveRowTests {

	@ParameterizedTest
	@CsvSource(delimiterString = "=>", textBlock = """
			回放：https://a.com/x，很好                        => 回放 https://a.com/x
			回放:https://a.com/x。                             => 回放 https://a.com/x
			（回放：https://a.com/x）                          => 回放 https://a.com/x
			见 (https://a.com/x_(y)).                          => 见 https://a.com/x_(y)
			回放：<https://a.com/x>                            => 回放 https://a.com/x
			回放：<br />[点击观看](https://a.com/x)            => 回放 https://a.com/x
			第一讲<br/>https://a.com/x                         => 第一讲 https://a.com/x
			<a href="https://a.com/x?a=1&amp;b=2">录像</a>     => 录像 https://a.com/x?a=1&b=2
			[回放：](https://a.com/x)                          => 回放 https://a.com/x
			回放：https://a.com/?u=https://b.com/              => 回放 https://a.com/?u=https://b.com/
			[](https://a.com/x)                                => 甲；乙 https://a.com/x
			[https://a.com/x](https://a.com/x)[回放](https://a.com/x) => 回放 https://a.com/x
			[上](https://a.com/x)<br />[下](https://a.com/x)   => 上 / 下 https://a.com/x
			""")
	void namesLink(String cell, String expected) {
		List<Link> links = Invitations.archived(Invitations.withLinks(cell)).links();
		assertThat(links).extracting((link) -> link.label() + " " + link.url()).containsExactly(expected);
	}

	@Test
	void namesSeveralLinksOfOneLine() {
		assertThat(Invitations
			.archived(Invitations
				.withLinks("课件：[一](https://a.com/1)，[二](https://a.com/2)；回放：https://a.com/3https://a.com/4"))
			.links()).extracting((link) -> link.label() + " " + link.url())
			.containsExactly("课件：一 https://a.com/1", "课件：二 https://a.com/2", "回放 https://a.com/3",
					"回放 https://a.com/4");
	}

	@Test
	void givesUnnamedLinksTheTopicsIfAsMany() {
		assertThat(Invitations.archived(Invitations.withLinks("https://a.com/1<br />https://a.com/2")).links())
			.extracting(Link::label)
			.containsExactly("甲", "乙");
	}

	@Test
	void keepsRemarksAsNotes() {
		ArchivedSalon row = Invitations.archived(Invitations.withLinks("[回放](https://a.com/1)（电脑端打开）<br />密码见群"));
		assertThat(row.notes()).containsExactly("电脑端打开", "密码见群");
		assertThat(row.links()).hasSize(1);
	}

	@Test
	void keepsPictureAsLink() {
		ArchivedSalon row = Invitations.archived(Invitations.withLinks("![海报](https://a.com/p.png)"));
		assertThat(row.links()).containsExactly(new Link("海报", "https://a.com/p.png", LinkKind.OTHER));
	}

	@Test
	void findsLinksInEveryCell() {
		ArchivedSalon row = Invitations
			.archived(Invitations.withRow("|[43](https://a.com/1)|[5.31](https://a.com/2)|[甲](https://a.com/3)|无|"));
		assertThat(row.links()).extracting(Link::url)
			.containsExactly("https://a.com/1", "https://a.com/2", "https://a.com/3");
		assertThat(row.topics()).containsExactly("甲");
	}

	@ParameterizedTest
	@CsvSource(delimiterString = "=>", textBlock = """
			【论文】A算法；B算法;C++ 入门+深度学习          => 论文: A算法, B算法, C++ 入门, 深度学习
			GNN（图+文本；多模态）+ 应用                      => null: GNN（图+文本；多模态）, 应用
			N+1 问题；Google+ API；5G+AI                      => null: N+1 问题, Google+ API, 5G, AI
			搜索（MCTS）+博弈                                     => null: 搜索（MCTS）, 博弈
			开场<br />【论文】甲【项目】乙<br />丙            => null: 开场; 论文: 甲; 项目: 乙, 丙
			【论文】LEAF 文章&NICO 文章                       => 论文: LEAF 文章&NICO 文章
			【论文】甲<br />（电脑端打开）                    => 论文: 甲
			""")
	void splitsTopicsUnderTheirTags(String cell, String expected) {
		ArchivedSalon row = Invitations.archived(Invitations.withRow("| 43 | 5.31 | " + cell + " | |"));
		assertThat(row.groups().stream().map((group) -> group.tag() + ": " + String.join(", ", group.topics())))
			.containsExactly(expected.split("; "));
	}

	@ParameterizedTest
	@CsvSource(delimiterString = "=>", textBlock = """
			| 四十三 | 5.31 | 甲 | |               => ROW_NUMBER_NOT_UNDERSTOOD
			| | | | |                              => ROW_NUMBER_NOT_UNDERSTOOD
			| 43 | 5.32 | 甲 | |                   => ROW_DATE_NOT_UNDERSTOOD
			| 43 | 待补 | 甲 | |                   => ROW_DATE_NOT_UNDERSTOOD
			| 43 | 5.31 | | |                      => ROW_EMPTY
			| 43 | 5.31 | 甲 | [乙](https://a.com) | 丙 |  => ROW_CELLS_LOST
			| 44 | 5.31 | 甲 | |                   => ROW_OF_COMING_SALON
			""")
	void warnsOfRowThatIsNotUnderstood(String row, WarningCode code) {
		assertThat(Invitations.parse(Invitations.withRow(row)).warnings()).anySatisfy((warning) -> {
			assertThat(warning.code()).isEqualTo(code);
			assertThat(warning.line()).isEqualTo(8);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "| 43 | 5.31 | 甲 |", "| 43 | 5.31 | 甲", "43 | 5.31 | 甲" })
	void readsRowThatEndsEarly(String row) {
		assertThat(Invitations.archived(Invitations.withRow(row)).topics()).containsExactly("甲");
	}

	@Test
	void warnsOfSecondRowOfOneNumber() {
		ParsedInvitation invitation = Invitations.parse(Invitations.withRow("|43|5.31|甲||\n|43|5.31|乙||"));
		assertThat(invitation.archived()).hasSize(1);
		assertThat(Invitations.codes(invitation)).contains(WarningCode.ROW_DUPLICATE);
	}

	@Test
	void warnsOfRowAfterBlankLine() {
		ParsedInvitation invitation = Invitations.parse(Invitations.withRow("|42|5.24|甲||\n\n|43|5.31|乙||"));
		assertThat(invitation.warnings()).anySatisfy((warning) -> {
			assertThat(warning.code()).isEqualTo(WarningCode.ROW_OUTSIDE_TABLE);
			assertThat(warning.line()).isEqualTo(10);
		});
	}

	@Test
	void warnsOfDatesOutOfOrder() {
		assertThat(Invitations.codes(Invitations.parse(Invitations.withRow("|42|5.31|甲||\n|43|5.24|乙||"))))
			.contains(WarningCode.ROW_ORDER);
	}

}
