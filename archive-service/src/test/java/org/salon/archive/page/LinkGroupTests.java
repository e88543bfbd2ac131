package org.salon.archive.page;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.salon.archive.salon.Link;
import org.salon.archive.salon.LinkKind;

import static org.assertj.core.api.Assertions.assertThat;

class LinkGroupTests {

	@Test
	void showsAnAddressOnceWithAllItsLabels() {
		LinkView link = only(replay("吴恩达机器学习：", "https://momodel.cn/live/1"),
				replay("（电脑端打开观看视频1-1到2-4）", "https://momodel.cn/live/1"),
				replay("吴恩达机器学习", "https://momodel.cn/live/1"));
		assertThat(link.text()).isEqualTo("吴恩达机器学习");
		assertThat(link.also()).containsExactly("电脑端打开观看视频1-1到2-4");
	}

	@ParameterizedTest
	@CsvSource({ "'课程直播链接：', 课程直播链接", "'https://momodel.cn/live/1', ''", "'（', ''", "'', ''", "'（回放）', 回放",
			"'回放（上）', 回放（上）", "'课件：https://example.org/a.pdf', 课件", "' Slides: ', Slides" })
	void readsLabelsAsTheyWereMeant(String label, String text) {
		assertThat(only(replay(label, "https://momodel.cn/live/1")).text()).isEqualTo(text);
	}

	@Test
	void numbersThoseWithoutALabel() {
		List<LinkGroup> groups = LinkGroup
			.of(List.of(replay("", "https://momodel.cn/live/1"), replay(" ", "https://momodel.cn/live/2")), Map.of());
		assertThat(groups).singleElement().matches(LinkGroup::numbered);
		assertThat(groups.getFirst().links().shown()).extracting(LinkView::place).containsExactly(1, 2);
	}

	@Test
	void foldsAwayWhatNobodyReads() {
		List<Link> links = IntStream.range(0, 200)
			.mapToObj((number) -> replay("Part " + number, "https://example.org/" + number))
			.toList();
		Folded<LinkView> folded = LinkGroup.of(links, Map.of()).getFirst().links();
		assertThat(folded.shown()).hasSize(8);
		assertThat(folded.rest()).hasSize(192);
	}

	@Test
	void groupsByKindInTheOrderOfPages() {
		List<LinkGroup> groups = LinkGroup.of(List.of(new Link("code", "https://github.com/a/b", LinkKind.CODE),
				replay("video", "https://momodel.cn/live/1")), Map.of());
		assertThat(groups).extracting(LinkGroup::kind).containsExactly(LinkKind.REPLAY, LinkKind.CODE);
	}

	@Test
	void writesAsTextWhatMustNotBeALink() {
		LinkView link = only(replay("bad", "javascript:alert(1)"));
		assertThat(link.href()).isNull();
		assertThat(link.text()).isEqualTo("bad javascript:alert(1)");
	}

	private static LinkView only(Link... links) {
		List<LinkGroup> groups = LinkGroup.of(List.of(links), Map.of());
		assertThat(groups).hasSize(1);
		assertThat(groups.getFirst().links().shown()).hasSize(1);
		return groups.getFirst().links().shown().getFirst();
	}

	private static Link replay(String label, String url) {
		return new Link(label, url, LinkKind.REPLAY);
	}

}
