package org.salon.archive.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.salon.archive.salon.Link;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.TopicGroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salon.archive.export.Samples.link;
import static org.salon.archive.export.Samples.salon;

class MarkdownTableTests {

	private static final LocalDate TODAY = LocalDate.of(2020, 6, 7);

	private static final String ALPHABET = "论文分享联邦学习abcXYZ019 |\\`*_[]()<>~!#&;；+＋【】（）：:、\"'$%@/=?.-—👩é";

	@Test
	void writesTheInvitationsOwnForm() {
		Salon salon = salon(4, LocalDate.of(2020, 4, 13),
				List.of(new TopicGroup("论文分享", List.of("Google Vizier", "Metalearning")),
						new TopicGroup("机器学习", List.of("线性代数回顾"))),
				List.of(link("论文分享资料", "https://github.com/momodel/AIClub"),
						link("", "https://momodel.cn/classroom/class?id=5c&type=video")),
				List.of("电脑端打开"));
		assertThat(MarkdownTable.write(List.of(salon), TODAY)).isEqualTo("""
				| 期数 | 时间 | 内容 | 链接 |
				| --- | --- | --- | --- |
				| 4 | 04.13 | 【论文分享】Google Vizier；Metalearning<br />【机器学习】线性代数回顾 | \
				[论文分享资料](https://github.com/momodel/AIClub)<br />\
				[](https://momodel.cn/classroom/class?id=5c&type=video)<br />（电脑端打开） |
				""");
	}

	@Test
	void ordersRowsByDate() {
		List<Salon> salons = List.of(salon(3, LocalDate.of(2020, 5, 1)), salon(1, LocalDate.of(2020, 5, 10)),
				salon(2, LocalDate.of(2019, 12, 31)));
		assertThat(TableReader.read(MarkdownTable.write(salons, TODAY), TODAY)).extracting(TableReader.Row::number)
			.containsExactly(2, 3, 1);
	}

	@Test
	void saysTheYearOnlyWhereCountingBackWouldMissIt() {
		List<Salon> salons = List.of(salon(1, LocalDate.of(2016, 2, 29)), salon(2, LocalDate.of(2017, 6, 1)),
				salon(3, LocalDate.of(2019, 3, 16)), salon(4, LocalDate.of(2019, 3, 16)),
				salon(5, LocalDate.of(2020, 3, 15)), salon(6, LocalDate.of(2020, 3, 17)));
		String table = MarkdownTable.write(salons, TODAY);
		assertThat(table.lines().skip(2)).extracting((line) -> line.split(" ")[3])
			.containsExactly("2016.02.29", "2017.06.01", "03.16", "03.16", "03.15", "03.17");
		assertThat(TableReader.read(table, TODAY)).extracting(TableReader.Row::date)
			.containsExactlyElementsOf(salons.stream().map(Salon::date).toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "C++；Rust", "a|b", "\\|", "`code`", "``", "【x】", "<br />", "<script>alert(1)</script>",
			"&amp; &#43;", "![x](y)", "a_b_c *d* ~~e~~", "[a]", "1. x", "http://example.org/x" })
	void keepsTopicThatLooksLikeMarkup(String topic) {
		Salon salon = salon(1, TODAY, List.of(new TopicGroup("t", List.of(topic, "next"))), List.of(), List.of());
		assertThat(roundTrip(List.of(salon))).singleElement()
			.satisfies((row) -> assertThat(row.groups()).isEqualTo(salon.groups()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://example.org/a(b", "https://example.org/a)b", "https://example.org/a|b",
			"https://example.org/a<b>c", "https://example.org/?a=1&amp;b=2&copy;", "https://example.org/联系人.png",
			"https://example.org/a*b_c_d~", "https://example.org/%20?x=`y`#z" })
	void keepsAddressAsItIs(String url) {
		Salon salon = salon(1, TODAY, List.of(), List.of(link("label", url), link("", url)), List.of());
		assertThat(roundTrip(List.of(salon))).singleElement()
			.satisfies((row) -> assertThat(row.links()).isEqualTo(salon.links()));
	}

	@Test
	void writesNoLinkToWhatIsNoAddressOfTheWeb() {
		Salon salon = salon(1, TODAY, List.of(), List.of(link("x](y)", "javascript:alert(1)")), List.of());
		assertThat(roundTrip(List.of(salon))).singleElement().satisfies((row) -> assertThat(row.links()).isEmpty());
	}

	@Test
	void endsTagBeforeTopicsWithoutOne() {
		List<TopicGroup> groups = List.of(new TopicGroup(null, List.of("a")), new TopicGroup("t", List.of("b")),
				new TopicGroup(null, List.of("c")));
		assertThat(MarkdownTable.write(List.of(salon(1, TODAY, groups, List.of(), List.of())), TODAY))
			.contains("| a<br />【t】b<br />【】c |");
	}

	@Test
	void losesNothingOfGeneratedArchives() {
		for (int seed = 0; seed < 300; seed++) {
			List<Salon> salons = archive(new Random(seed));
			assertThat(roundTrip(salons)).as("archive of seed %d", seed)
				.containsExactlyElementsOf(salons.stream()
					.map((salon) -> new TableReader.Row(salon.number(), salon.date(), salon.groups(), salon.links(),
							salon.notes()))
					.toList());
		}
	}

	private static List<TableReader.Row> roundTrip(List<Salon> salons) {
		return TableReader.read(MarkdownTable.write(salons, TODAY), TODAY);
	}

	private static List<Salon> archive(Random random) {
		List<Salon> salons = new ArrayList<>();
		LocalDate date = TODAY;
		int rows = random.nextInt(30);
		for (int i = 0; i < rows; i++) {
			date = date.minusDays(random.nextInt((random.nextInt(5) == 0) ? 900 : 20));
			salons.add(salon(1000 - i, date, groups(random), links(random), texts(random, 2, "[（）()\\[\\]]")));
		}
		return salons.reversed();
	}

	private static List<TopicGroup> groups(Random random) {
		return IntStream.range(0, random.nextInt(3))
			.mapToObj((index) -> new TopicGroup((index == 1) ? null : "标签" + index,
					Stream.concat(Stream.of("first"), texts(random, 3, "`").stream()).toList()))
			.toList();
	}

	private static List<Link> links(Random random) {
		return texts(random, 4, "").stream()
			.map((label) -> link(label, "https://example.org/" + text(random).replaceAll("[\\s\\\\]", "")))
			.toList();
	}

	private static List<String> texts(Random random, int limit, String without) {
		return Stream.generate(() -> text(random).replaceAll(without.isEmpty() ? "$^" : without, "").strip())
			.limit(random.nextInt(limit + 1))
			.filter((text) -> !text.isEmpty())
			.toList();
	}

	private static String text(Random random) {
		int[] points = ALPHABET.codePoints().toArray();
		String text = random.ints(1 + random.nextInt(12), 0, points.length)
			.map((index) -> points[index])
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
		return text.strip().replaceAll("\\s+", " ");
	}

}
