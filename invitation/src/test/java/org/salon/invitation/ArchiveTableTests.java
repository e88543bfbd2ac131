package org.salon.invitation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ArchiveTableTests {

	private static final LocalDate TODAY = LocalDate.of(2020, 6, 7);

	private static final int ARCHIVES = 1_000;

	private static final String LETTERS = "论文分享联邦学习数据abcdefXYZ0123456789 ";

	private static final String SIGNS = "|\\`*_[]()<>~!#&;；+＋【】（）：:、，,。\"'$%@/=?.-—|👩‍💻éAb ";

	@Test
	void writesTheInvitationsOwnForm() {
		ArchivedSalon salon = salon(4, LocalDate.of(2020, 4, 13), "机器学习学术沙龙",
				List.of(new TopicGroup("论文分享", List.of("Google Vizier", "照片OCR（光学字符识别）")),
						new TopicGroup("机器学习", List.of("线性代数回顾", "C++"))),
				List.of(link("论文分享资料", "https://github.com/momodel/AIClub"),
						new Link("录像", "https://example.org/4", LinkKind.SLIDES)),
				List.of("电脑端打开"));
		assertThat(ArchiveTable.write(List.of(salon), TODAY)).isEqualTo("""
				### 机器学习学术沙龙回顾
				| 期数 | 时间 | 内容 | 链接 |
				| --- | --- | --- | --- |
				| 4 | 04.13 | 【论文分享】Google Vizier；照片OCR（光学字符识别）<br />【机器学习】线性代数回顾；` C++ ` | \
				[论文分享资料](https://github.com/momodel/AIClub)<br />\
				[录像](https://example.org/4 "课件")<br />（电脑端打开） |
				""");
	}

	@Test
	void ordersRowsByDateAndTablesBySeries() {
		List<ArchivedSalon> salons = List.of(salon(3, LocalDate.of(2020, 5, 1), "B"),
				salon(1, LocalDate.of(2020, 5, 10), "A"), salon(2, LocalDate.of(2019, 12, 31), "B"),
				salon(4, LocalDate.of(2020, 6, 1), null));
		assertThat(read(salons)).extracting(ArchivedSalon::number).containsExactly(2, 3, 1, 4);
		assertThat(read(salons)).extracting(ArchivedSalon::series).containsExactly("B", "B", "A", null);
	}

	@Test
	void saysTheYearOnlyWhereCountingBackWouldMissIt() {
		List<ArchivedSalon> salons = List.of(salon(1, LocalDate.of(2016, 2, 29)), salon(2, LocalDate.of(2017, 6, 1)),
				salon(3, LocalDate.of(2019, 3, 16)), salon(4, LocalDate.of(2019, 3, 16)),
				salon(5, LocalDate.of(2020, 3, 15)), salon(6, LocalDate.of(2020, 3, 17)));
		assertThat(ArchiveTable.write(salons, TODAY).lines().skip(3)).extracting((line) -> line.split(" ")[3])
			.containsExactly("2016.02.29", "2017.06.01", "03.16", "03.16", "03.15", "03.17");
		assertThat(read(salons)).extracting(ArchivedSalon::date)
			.containsExactlyElementsOf(salons.stream().map(ArchivedSalon::date).toList());
	}

	@Test
	void keepsDatesOfNumbersThatFall() {
		List<ArchivedSalon> salons = List.of(salon(9, LocalDate.of(2018, 1, 7)), salon(4, LocalDate.of(2019, 11, 3)),
				salon(2, LocalDate.of(2020, 2, 2)));
		assertEqual(read(salons), salons);
	}

	@ParameterizedTest
	@ValueSource(strings = { "C++；Rust", "a|b", "\\|", "`code`", "``", "【x】", "<br />", "<script>alert(1)</script>",
			"&amp; &#43;", "![x](y)", "a_b_c *d* ~~e~~", "[a]", "1. x", "http://example.org/x", "（全文）", "回放：", "a+b" })
	void keepsTopicThatLooksLikeMarkup(String topic) {
		assertKept(salon(1, TODAY, null, List.of(new TopicGroup("t", List.of(topic, "next"))), List.of(), List.of()));
		assertKept(salon(1, TODAY, null, List.of(new TopicGroup(topic, List.of("first"))), List.of(), List.of()));
		assertKept(salon(1, TODAY, null, List.of(), List.of(new Link(topic, "https://example.org", LinkKind.REPLAY)),
				List.of(topic)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://example.org/a(b", "https://example.org/a)b", "https://example.org/a|b",
			"https://example.org/a<b>c", "https://example.org/?a=1&amp;b=2&copy;", "https://example.org/联系人.png",
			"https://example.org/a*b_c_d~", "https://example.org/%20?x=`y`#z" })
	void keepsAddressAsItIs(String url) {
		assertKept(salon(1, TODAY, null, List.of(), List.of(link("label", url)), List.of()));
	}

	@Test
	void keepsTwoHundredLinksOfARow() {
		List<Link> links = IntStream.range(0, 200)
			.mapToObj((n) -> link("录像 " + n, "https://example.org/" + n))
			.toList();
		assertKept(salon(1, TODAY, null, List.of(), links, List.of()));
	}

	@Test
	void writesNoLinkToWhereNobodyMustBeLed() {
		ArchivedSalon salon = salon(1, TODAY, null, List.of(),
				List.of(link("x](y)", "javascript:alert(1)"), link("z", "http://127.0.0.1/")), List.of());
		assertThat(read(List.of(salon))).singleElement().satisfies((row) -> {
			assertThat(row.links()).isEmpty();
			assertThat(row.notes()).containsExactly("x](y) javascript:alert(1)", "z http://127.0.0.1/");
		});
	}

	@Test
	void losesNothingOfGeneratedArchives() {
		for (int seed = 0; seed < ARCHIVES; seed++) {
			List<ArchivedSalon> salons = archive(new Random(seed));
			assertEqual(read(salons), salons);
		}
	}

	@Test
	void losesNothingOfTheSample() {
		ParsedInvitation sample = Invitations.parse(Invitations.resource("sample.md"));
		assertThat(sample.archived()).hasSize(41);
		assertThat(sample.archived().stream().mapToInt((salon) -> salon.links().size()).sum()).isEqualTo(86);
		List<ArchivedSalon> again = read(sample.archived());
		assertEqual(again, sample.archived());
		assertThat(ArchiveTable.write(again, TODAY)).isEqualTo(ArchiveTable.write(sample.archived(), TODAY));
	}

	private static List<ArchivedSalon> read(List<ArchivedSalon> salons) {
		return Invitations.parse(ArchiveTable.write(salons, TODAY), TODAY, TODAY).archived();
	}

	private static void assertKept(ArchivedSalon salon) {
		assertEqual(read(List.of(salon)), List.of(salon));
	}

	/** In any order of the rows: a table for each series brings its own. */
	private static void assertEqual(List<ArchivedSalon> read, List<ArchivedSalon> written) {
		assertThat(read).as(() -> ArchiveTable.write(written, TODAY))
			.usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
			.containsExactlyInAnyOrderElementsOf(written);
	}

	private static List<ArchivedSalon> archive(Random random) {
		List<ArchivedSalon> salons = new ArrayList<>();
		List<@Nullable String> series = Arrays.asList(null, "机器学习学术沙龙", "Reading group " + name(random));
		LocalDate date = TODAY;
		int rows = 1 + random.nextInt(30);
		for (int i = 0; i < rows; i++) {
			date = date.minusDays(random.nextInt((random.nextInt(5) == 0) ? 900 : 20));
			int number = (random.nextInt(9) == 0) ? 2_000 + i : 1_000 - i;
			salons.add(salon(number, date, series.get(random.nextInt(3)), groups(random), links(random),
					names(random, 3)));
		}
		return salons.reversed();
	}

	private static List<TopicGroup> groups(Random random) {
		List<@Nullable String> tags = new ArrayList<>(names(random, 3));
		if (random.nextBoolean()) {
			tags.add(random.nextInt(tags.size() + 1), null);
		}
		return tags.stream()
			.map((tag) -> new TopicGroup(tag, Stream.concat(Stream.of("first"), names(random, 3).stream()).toList()))
			.toList();
	}

	private static List<Link> links(Random random) {
		return names(random, 4).stream()
			.map((label) -> new Link(label, "https://example.org/" + name(random).replaceAll("[\\s\\\\]", ""),
					LinkKind.values()[random.nextInt(LinkKind.values().length)]))
			.collect(ArrayList::new, (links, link) -> {
				if (links.stream().noneMatch((known) -> ((Link) known).url().equals(link.url()))) {
					links.add(link);
				}
			}, ArrayList::addAll);
	}

	/** Up to so many, each once. */
	private static List<String> names(Random random, int limit) {
		return Stream.generate(() -> name(random)).limit(random.nextInt(limit + 1)).distinct().toList();
	}

	private static String name(Random random) {
		int[] points = (random.nextInt(3) == 0) ? SIGNS.codePoints().toArray() : LETTERS.codePoints().toArray();
		String text = random.ints(1 + random.nextInt(12), 0, points.length)
			.map((index) -> points[index])
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString()
			.strip();
		return text.isEmpty() ? "x" : text;
	}

	private static ArchivedSalon salon(int number, LocalDate date, @Nullable String series, List<TopicGroup> groups,
			List<Link> links, List<String> notes) {
		return new ArchivedSalon(number, date, groups, links, notes, series, 0);
	}

	private static ArchivedSalon salon(int number, LocalDate date, @Nullable String series) {
		return salon(number, date, series, List.of(new TopicGroup("论文分享", List.of("topic " + number))), List.of(),
				List.of());
	}

	private static ArchivedSalon salon(int number, LocalDate date) {
		return salon(number, date, null);
	}

	private static Link link(String label, String url) {
		return new Link(label, url, LinkKind.of(url, label));
	}

}
