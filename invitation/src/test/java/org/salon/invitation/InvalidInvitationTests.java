package org.salon.invitation;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.invitation.InvalidInvitation.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Input that no organiser means, or that someone means ill. */
class InvalidInvitationTests {

	private static final String HEAD = Invitations.at("2020年6月7日 19:30-21:30");

	@ParameterizedTest
	@ValueSource(strings = { "", " \n\t\n", "\uFEFF" })
	void refusesEmptyText(String text) {
		refuses(text, Reason.EMPTY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "# 沙龙\n\n+ 活动时间：2020年6月7日 19:30\n", "# 第 0 期\n\n+ 活动时间：2020年6月7日 19:30\n",
			"# 第 1000000 期\n\n+ 活动时间：2020年6月7日 19:30\n", "你好，世界" })
	void refusesSalonWithoutNumber(String text) {
		refuses(text, Reason.NO_NUMBER);
	}

	@Test
	void refusesTextWithoutDate() {
		refuses("# 第 44 期\n\n你好", Reason.NO_DATE);
	}

	@Test
	void refusesRowsWithoutYearAndWithoutComingSalon() {
		refuses("| 期数 | 时间 | 内容 |\n|---|---|---|\n| 1 | 3.16 | 甲 |\n", Reason.ROW_YEARS_UNKNOWN);
	}

	@Test
	void acceptsInvitationWithoutTableWithWarning() {
		ParsedInvitation invitation = Invitations.parse(HEAD);
		assertThat(invitation.salon()).isNotNull();
		assertThat(invitation.archived()).isEmpty();
		assertThat(Invitations.codes(invitation)).containsExactly(WarningCode.SPEAKERS_MISSING,
				WarningCode.JOIN_MISSING, WarningCode.NO_TABLE);
	}

	@Test
	void refusesTableOfTenThousandColumns() {
		refuses(HEAD + "\n" + "|a".repeat(10_000) + "|\n" + "|-".repeat(10_000) + "|\n", Reason.TABLE_TOO_LARGE);
	}

	@Test
	void refusesTableThatWouldFillMemory() {
		refuses(HEAD + "\n" + "|a".repeat(99) + "|\n" + "|-".repeat(99) + "|\n" + "|x\n".repeat(100_000),
				Reason.TABLE_TOO_LARGE);
	}

	@Test
	void refusesTangleOfEmphasisAndLinks() {
		refuses(HEAD + "\n" + "** **[](https://a.com/)".repeat(10_000), Reason.TOO_TANGLED);
	}

	@Test
	void readsTangleThatIsJustWithinBounds() {
		String text = HEAD + "\n" + "**a [](https://a.com/)".repeat(3_000);
		assertThat(assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Invitations.salon(text))).isNotNull();
	}

	@Test
	void refusesMoreThanFourMebibytes() {
		refuses(HEAD + "字".repeat(1_400_000), Reason.TOO_LARGE);
		assertThatExceptionOfType(InvalidInvitation.class)
			.isThrownBy(() -> InvitationText.decode(new byte[InvitationText.MAX_BYTES + 1]))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.TOO_LARGE));
	}

	@Test
	void saysWhereTextIsNotUtf8() {
		byte[] gbk = "# Mo\n第 44 期".getBytes(Charset.forName("GBK"));
		assertThatExceptionOfType(InvalidInvitation.class).isThrownBy(() -> InvitationText.decode(gbk))
			.satisfies((ex) -> {
				assertThat(ex.reason()).isEqualTo(Reason.NOT_UTF8);
				assertThat(ex.line()).isEqualTo(2);
				assertThat(ex.arguments()).containsExactly("6", "0xB5");
				assertThat(ex.message(Locale.CHINA)).contains("第 6 个字节");
			});
	}

	@Test
	void acceptsByteOrderMark() {
		byte[] bytes = ("\uFEFF" + HEAD).getBytes(StandardCharsets.UTF_8);
		assertThat(InvitationText.decode(bytes)).isEqualTo(HEAD);
	}

	@Test
	void keepsControlCharactersOutOfFields() {
		ComingSalon salon = Invitations.salon("# 第 44 期\n\n+ 活动主题：甲&#13;&#10;Bcc: x\0乙\n+ 活动时间：2020年6月7日 19:30\n");
		assertThat(salon.title()).isEqualTo("甲  Bcc: x\uFFFD乙");
	}

	@Test
	void warnsOfWhatItLeavesOut() {
		ParsedInvitation invitation = Invitations.parse(HEAD + "+ 注意：带电脑\n\n## 天气\n晴\n\n###引言\n正文\n");
		assertThat(Invitations.codes(invitation)).contains(WarningCode.FACT_NOT_UNDERSTOOD,
				WarningCode.SECTION_NOT_UNDERSTOOD, WarningCode.HEADING_WITHOUT_SPACE);
	}

	@ParameterizedTest
	@MethodSource
	void readsHostileTextInBoundedTime(String text) {
		// A guard against hanging, not a measure: every one of these takes a second or
		// two.
		ParsedInvitation invitation = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Invitations.parse(text));
		assertThat(Objects.requireNonNull(invitation.salon()).number()).isEqualTo(44);
	}

	static Stream<String> readsHostileTextInBoundedTime() {
		List<String> texts = new ArrayList<>();
		texts.add("a".repeat(1_000_000));
		texts.add("[".repeat(1_000_000));
		texts.add("[".repeat(10_000) + "a" + "](https://a.com)".repeat(10_000));
		for (String piece : List.of("[", "![", "<!-- ", "<a href=\"", "*a **a ", "> ", "- ", "a", "[a](b", "http://",
				"第 ", "https://a.com/x ", "<a href=\"https://a.com\">", "[a](https://a.com/) ",
				"：[](https://a.com/)")) {
			texts.add(piece.repeat(300_000 / size(piece)));
		}
		Stream<String> prose = texts.stream().map((text) -> HEAD + "\n## 引言\n" + text);
		Stream<String> greetings = Stream
			.of("6月7日 ", "1st ", "a\n\n", "# a\n", "|a\n", "### 引言\n", "[a](https://a.com/) ", "19:30 ")
			.map((piece) -> "\n" + piece.repeat(100_000 / size(piece)) + "\n")
			.flatMap((text) -> Stream.of(HEAD + text, HEAD + "\n## 论文\n" + text, HEAD + "\n## 主讲人\n" + text));
		Stream<String> cells = Stream
			.of("+a", "（", "（a）", "；", "[](https://a.com/)：", "a：[b](https://a.com/)", "a；b：[](https://a.com/)",
					"** **", "[](https://a.com/)，", "【a】")
			.map((piece) -> piece.repeat(300_000 / size(piece)))
			.map((text) -> Invitations.withRow("|43|5.31|" + text + "|" + text + "|"));
		Stream<String> prefixed = Stream.of(Invitations
			.withLinks("很".repeat(60_000) + "：" + "[a](https://a.com/1)，[b](https://a.com/2)，".repeat(5_000)));
		return Stream.of(prose, greetings, cells, prefixed).flatMap((each) -> each);
	}

	@Test
	void hasTextForEveryCodeInBothLanguages() {
		Stream.concat(Stream.of(WarningCode.values()), Stream.of(Reason.values())).map(Enum::name).forEach((code) -> {
			String english = Messages.text(code, List.of("1", "2", "3", "4", "5"), Locale.ENGLISH);
			String chinese = Messages.text(code, List.of("1", "2", "3", "4", "5"), Locale.SIMPLIFIED_CHINESE);
			assertThat(english).isNotBlank().doesNotContain("{");
			assertThat(chinese).isNotBlank().doesNotContain("{").isNotEqualTo(english);
		});
	}

	private static int size(String piece) {
		return piece.getBytes(StandardCharsets.UTF_8).length;
	}

	private static void refuses(String text, Reason reason) {
		assertThatExceptionOfType(InvalidInvitation.class).isThrownBy(() -> Invitations.parse(text))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

}
