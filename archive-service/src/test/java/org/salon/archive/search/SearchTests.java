package org.salon.archive.search;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.salon.archive.salon.LinkKind;
import org.salon.archive.salon.SalonPage;
import org.salon.archive.salon.Segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salon.archive.search.Shelf.salon;
import static org.salon.archive.search.Shelf.titled;

/** What is found by what was typed. */
class SearchTests {

	private final Shelf shelf = new Shelf();

	@AfterEach
	void close() {
		this.shelf.close();
	}

	@ParameterizedTest
	@CsvSource({ "联邦", "邦学", "学习", "联邦学习", "学", "fed", "learn", "Federated Learning", "LEARNING", "ｆｅｄｅｒａｔｅｄ",
			"learned", "derate", "联邦 fed", "fate", "fate框架", "AI", "'\"federated learning\"'", "“联邦学习”", "IID",
			"学习（联邦）", "fed\u3000learn" })
	void findsWordsPartsOfWordsStemsAndCharacters(String text) {
		this.shelf.put(salon(7, "联邦学习: Federated Learning", (it) -> it.under("论文分享", "联邦学习框架—FATE", "Non-IID ＡＩ")),
				titled(8, "图神经网络"));
		SalonPage page = this.shelf.find(text);
		assertThat(Shelf.numbers(page)).containsExactly(7);
		assertThat(page.similar()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "王小明", "小明", "浙江大学", "bilibili回放", "cluster", "读书会", "论文分享" })
	void findsInEveryTextOfASalon(String text) {
		this.shelf.put(salon(7, "一",
				(it) -> it.by("王小明", "浙江大学")
					.under("论文分享")
					.link("Bilibili回放", "https://b23.tv/x", LinkKind.REPLAY)
					.saying("All about **clusters**.")
					.of("读书会")),
				titled(8, "二"));
		assertThat(this.shelf.numbers(text)).containsExactly(7);
	}

	@Test
	void needsAllTermsInAnyTexts() {
		this.shelf.put(salon(7, "Graph networks", (it) -> it.by("王小明", null)), titled(8, "Graph theory"),
				salon(9, "Numbers", (it) -> it.by("王小明", null)));
		assertThat(this.shelf.numbers("graph 小明")).containsExactly(7);
	}

	@ParameterizedTest
	@CsvSource({ "fedrated", "federatde", "lerning", "联帮学习", "联邦学西", "分部式联邦学习" })
	void findsWhatWasMeantOnlyIfThereIsNothingElse(String typed) {
		this.shelf.put(titled(7, "分布式联邦学习 Federated Learning"), titled(8, "图神经网络"));
		SalonPage page = this.shelf.find(typed);
		assertThat(Shelf.numbers(page)).containsExactly(7);
		assertThat(page.similar()).isTrue();
		this.shelf.put(titled(9, typed));
		assertThat(this.shelf.numbers(typed)).containsExactly(9);
		assertThat(this.shelf.find(typed).similar()).isFalse();
	}

	@Test
	void forgivesNothingInShortWords() {
		this.shelf.put(titled(7, "GAN 网络"));
		assertThat(this.shelf.find("gam").total()).isZero();
		assertThat(this.shelf.find("网洛").total()).isZero();
	}

	@Test
	void ranksSubjectBeforeNamesLabelsAndTheRest() {
		this.shelf.put(salon(1, "一", (it) -> it.saying("transformer")),
				salon(2, "二", (it) -> it.link("transformer", "https://example.org", LinkKind.SLIDES)),
				salon(3, "三", (it) -> it.by("某人", "transformer")), titled(4, "transformer"));
		assertThat(this.shelf.numbers("transformer")).containsExactly(4, 3, 2, 1);
	}

	@Test
	void findsSalonByItsNumberFirst() {
		this.shelf.put(titled(44, "一"), titled(7, "44 44 44"), titled(440, "二"));
		assertThat(this.shelf.numbers("44")).containsExactly(44, 7);
		assertThat(this.shelf.numbers("０４４")).startsWith(44);
	}

	@Test
	void findsQuotedWordsOnlyNextToEachOther() {
		this.shelf.put(titled(7, "deep learning"), titled(8, "learning is deep"), titled(9, "学习联邦"),
				titled(10, "联邦学习"));
		assertThat(this.shelf.numbers("\"deep learning\"")).containsExactly(7);
		assertThat(this.shelf.numbers("\"联邦学习\"")).containsExactly(10);
		assertThat(this.shelf.numbers("deep learning \"")).containsExactlyInAnyOrder(7, 8);
	}

	@Test
	void doesNotFindAPhraseAcrossTwoTexts() {
		this.shelf.put(salon(7, "联邦", (it) -> it.under(null, "学习")));
		assertThat(this.shelf.find("\"联邦学习\"").total()).isZero();
	}

	@ParameterizedTest
	@MethodSource("nonsense")
	void takesAnyText(String text) {
		this.shelf.put(titled(7, "联邦学习 Federated Learning"));
		assertThat(this.shelf.find(text).total()).isZero();
	}

	static List<String> nonsense() {
		return List.of("*?\\/~^:(){}[]+-!&|\"".repeat(10), "%", "_", "\0", "\uD800", "\uDC00\uD83D", "的", "the of and",
				"\"", "“”", "AND OR NOT", "title:(", "a b c d e f g h i j k l m n o p q r s t u v w x y z",
				"x-".repeat(100), "乱".repeat(200), "乱a".repeat(100), "zzzz ".repeat(40), "ab-".repeat(66),
				"qwertyuiop ".repeat(18));
	}

	@Test
	void marksWhatWasFoundInPieces() {
		this.shelf.put(salon(7, "机器学习与联邦学习 <b>",
				(it) -> it.under(null, "Federated Learning")
					.saying("First. " + "Words before it. ".repeat(40) + "Here is **federated** training. "
							+ "Words after it. ".repeat(40))));
		var highlights = this.shelf.find("联邦学习 federat").found().getFirst().highlights();
		assertThat(highlights.of("机器学习与联邦学习 <b>")).containsExactly(new Segment("机器学习与", false),
				new Segment("联邦学习", true), new Segment(" <b>", false));
		assertThat(highlights.of("Federated Learning")).containsExactly(new Segment("Federated", true),
				new Segment(" Learning", false));
		assertThat(highlights.of("nothing")).containsExactly(new Segment("nothing", false));
		assertThat(highlights.of("")).isEmpty();
		List<Segment> snippet = highlights.snippet();
		assertThat(snippet).contains(new Segment("federated", true))
			.startsWith(new Segment("…", false))
			.endsWith(new Segment("…", false));
		assertThat(snippet.stream().mapToInt((each) -> each.text().length()).sum()).isLessThan(250);
	}

	@Test
	void marksWhatIsSimilarToo() {
		this.shelf.put(titled(7, "联邦学习 Federated"));
		assertThat(this.shelf.find("fedrated").found().getFirst().highlights().of("联邦学习 Federated"))
			.contains(new Segment("Federated", true));
	}

	@Test
	void marksNothingWithoutAText() {
		this.shelf.put(titled(7, "联邦学习"));
		assertThat(this.shelf.find((String) null).found().getFirst().highlights().of("联邦学习"))
			.containsExactly(new Segment("联邦学习", false));
	}

	@Test
	void relatesSalonsThatShareTerms() {
		this.shelf.put(titled(1, "Federated learning of images"), titled(2, "Federated optimisation"),
				titled(3, "房价预测"), titled(4, "Federated learning with privacy"), titled(5, "房间里的大象"));
		assertThat(this.shelf.related(1)).containsExactly(4, 2);
		assertThat(this.shelf.related(3)).isEmpty();
		assertThat(this.shelf.related(99)).isEmpty();
	}

	@Test
	void relatesFourAtMost() {
		for (int number = 1; number <= 9; number++) {
			this.shelf.put(titled(number, "做梦神经网络 " + number));
		}
		assertThat(this.shelf.related(5)).hasSize(4).doesNotContain(5);
	}

}
