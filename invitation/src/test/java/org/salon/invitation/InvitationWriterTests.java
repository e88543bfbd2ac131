package org.salon.invitation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class InvitationWriterTests {

	private static final String SIGN_UP = "https://salon.example.org/salons/44";

	private static final String SIGNS = "论文分享联邦学习abcXYZ019 |\\`*_[]<>~!#&（）：。\"'$%@/=?.é";

	@Test
	void givesTheSampleBackWithoutAWarning() {
		ParsedInvitation sample = Invitations.parse(Invitations.resource("sample.md"));
		assertThat(sample.salon()).isNotNull();
		assertThat(sample.salon().series()).isEqualTo("机器学习学术沙龙");
		String written = InvitationWriter.write(sample.salon(), SIGN_UP, sample.archived());
		ParsedInvitation again = read(written);
		assertThat(again.salon()).usingRecursiveComparison().ignoringFields("yearInferred").isEqualTo(sample.salon());
		assertThat(again.archived()).usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
			.containsExactlyElementsOf(sample.archived());
		assertThat(again.archived()).extracting(ArchivedSalon::series).containsOnly("机器学习学术沙龙");
		// What is left is said of the club's own facts, not of the form.
		assertThat(Invitations.codes(again)).containsOnly(WarningCode.SPEAKERS_MISSING, WarningCode.REMOTE_PICTURE,
				WarningCode.ROW_YEARS_COUNTED, WarningCode.LINK_REPEATED, WarningCode.NUMBERS_MISSING);
	}

	@Test
	void saysWhereToSignUpAndNotHowToJoinIfThatIsNotForAll() {
		ParsedInvitation read = read(InvitationWriter.write(salon("T", "intro", null, List.of()), SIGN_UP, List.of()));
		assertThat(read.salon()).isNotNull();
		assertThat(read.salon().joinLinks()).isEmpty();
		assertThat(read.salon().joinText()).isNull();
		assertThat(Invitations.codes(read)).containsExactly(WarningCode.NO_TABLE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "before\n\n### 活动地址\n\nafter", "**活动时间**\n\n1999-01-01 10:00", "# 第 9 期沙龙邀请函",
			"活动地址\n===\n\nx", "| 期数 | 时间 | 内容 | 链接 |\n|---|---|---|---|\n| 7 | 1.1 | x | y |", "```\nleft open",
			"- 活动时间：1999-01-01", "> ### 分享论文", "##### 大纲", "<script>\n\n### 大纲", "text\n\n***" })
	void keepsWhatWasWrittenInItsPlace(String prose) {
		ComingSalon salon = salon("Title", prose, "about " + prose, List.of());
		ParsedInvitation read = read(InvitationWriter.write(salon, SIGN_UP, List.of()));
		assertThat(read.salon()).usingRecursiveComparison().ignoringFields("introduction", "about").isEqualTo(salon);
		assertThat(read.salon().about()).contains("about");
		assertThat(read.archived()).isEmpty();
		ParsedInvitation again = read(InvitationWriter.write(read.salon(), SIGN_UP, List.of()));
		assertThat(again.salon()).isEqualTo(read.salon());
	}

	@Test
	void givesBackGeneratedSalons() {
		for (int seed = 0; seed < 300; seed++) {
			ComingSalon salon = salon(new Random(seed));
			String written = InvitationWriter.write(salon, SIGN_UP, List.of());
			assertThat(read(written).salon()).as(written).isEqualTo(salon);
		}
	}

	private static ParsedInvitation read(String written) {
		return Invitations.parse(written, null, LocalDate.of(2020, 5, 30));
	}

	private static ComingSalon salon(Random random) {
		LocalDateTime start = LocalDateTime.of(2020, 6, 7, 1 + random.nextInt(20), random.nextInt(60));
		List<Speaker> speakers = IntStream.range(0, random.nextInt(3))
			.mapToObj((n) -> new Speaker("讲者" + n, random.nextBoolean() ? "示例大学" : null))
			.toList();
		return new ComingSalon(1 + random.nextInt(999_999), line(random), line(random), line(random), start,
				start.plusMinutes(90), Invitations.SHANGHAI, false, speakers, lines(random), lines(random),
				"A *paper* by [us](https://example.org/a).\n\n- one\n- two", "Ask at the door",
				List.of("https://example.org/join"), "We meet.",
				random.nextBoolean() ? "读书会" + random.nextInt(9) : null);
	}

	private static ComingSalon salon(String title, String introduction, @Nullable String about,
			List<String> joinLinks) {
		LocalDateTime start = LocalDateTime.of(2020, 6, 7, 19, 30);
		return new ComingSalon(44, title, "Club", "online", start, start.plusHours(2), Invitations.SHANGHAI, false,
				List.of(new Speaker("Ada", "MIT")), List.of("Paper"), List.of("Point"), introduction, null, joinLinks,
				about, null);
	}

	private static List<String> lines(Random random) {
		return Stream.generate(() -> line(random)).limit(random.nextInt(4)).toList();
	}

	/** Begins and ends with a word: what does not is taken for the mark of a list. */
	private static String line(Random random) {
		int[] points = SIGNS.codePoints().toArray();
		return "文 " + random.ints(random.nextInt(12), 0, points.length)
			.mapToObj((index) -> Character.toString(points[index]))
			.collect(Collectors.joining())
			.strip() + " x";
	}

}
