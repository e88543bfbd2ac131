package org.salon.archive.search;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.salon.archive.salon.Entry;
import org.salon.archive.salon.Facet;
import org.salon.archive.salon.Facets;
import org.salon.archive.salon.LinkKind;
import org.salon.archive.salon.SalonQuery;
import org.salon.archive.salon.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salon.archive.search.Shelf.salon;
import static org.salon.archive.search.Shelf.titled;

/** What is listed, in which order, and by what it is narrowed down. */
class ListingTests {

	private static final SalonQuery ALL = query(null, null, null, false, null, null);

	private final Shelf shelf = new Shelf();

	@AfterEach
	void close() {
		this.shelf.close();
	}

	@Test
	void listsNewestFirstPageByPage() {
		this.shelf.put(salon(1, "一", (it) -> it.on(LocalDate.of(2020, 1, 1))),
				salon(3, "三", (it) -> it.on(LocalDate.of(2020, 1, 2))),
				salon(2, "二", (it) -> it.on(LocalDate.of(2020, 1, 2))));
		assertThat(Shelf.numbers(this.shelf.find(ALL))).containsExactly(3, 2, 1);
		SalonQuery second = new SalonQuery(null, null, null, null, false, null, null, 1, 2);
		assertThat(Shelf.numbers(this.shelf.find(second))).containsExactly(1);
		assertThat(this.shelf.find(second).total()).isEqualTo(3);
		assertThat(this.shelf.find(new SalonQuery(null, null, null, null, false, null, null, 1_000_000, 500)).found())
			.isEmpty();
	}

	@Test
	void hasNothingWhileThereIsNothing() {
		assertThat(this.shelf.find(ALL).total()).isZero();
		assertThat(this.shelf.find("联邦").facets()).isEqualTo(Facets.NONE);
		assertThat(this.shelf.related(1)).isEmpty();
	}

	@Test
	void listsAnnouncedSalonOnceItIsOverByTheClock() {
		Instant end = Shelf.NOW.plusSeconds(60);
		this.shelf.put(salon(1, "联邦", (it) -> it.is(Status.ANNOUNCED, end)));
		String before = this.shelf.state(Shelf.NOW);
		assertThat(this.shelf.find(Shelf.text("联邦"), end.minusMillis(1)).total()).isZero();
		assertThat(this.shelf.find(ALL, end.minusMillis(1)).facets().years()).isEmpty();
		assertThat(this.shelf.find(Shelf.text("联邦"), end).total()).isEqualTo(1);
		assertThat(this.shelf.state(end)).isNotEqualTo(before);
		assertThat(this.shelf.state(end.minusMillis(1))).isEqualTo(before);
	}

	@Test
	void listsAnnouncedSalonWithSomethingToWatchAndNoCancelledOne() {
		this.shelf.put(salon(1, "一", (it) -> it.is(Status.ANNOUNCED, Shelf.NOW.plus(Duration.ofDays(7)))
			.link("回放", "https://b23.tv/1", LinkKind.REPLAY)), titled(2, "二"));
		assertThat(Shelf.numbers(this.shelf.find(ALL))).containsExactlyInAnyOrder(1, 2);
		this.shelf.put(salon(2, "二", (it) -> it.is(Status.CANCELLED, null)));
		assertThat(Shelf.numbers(this.shelf.find(ALL))).containsExactly(1);
	}

	@Test
	void narrowsDownByEachValue() {
		this.shelf.put(first(), second());
		assertThat(Shelf.numbers(this.shelf.find(query("论文分享", null, null, false, null, null)))).containsExactly(1);
		assertThat(Shelf.numbers(this.shelf.find(query("论文", null, null, false, null, null)))).isEmpty();
		assertThat(Shelf.numbers(this.shelf.find(query(null, 2019, null, false, null, null)))).containsExactly(2);
		assertThat(Shelf.numbers(this.shelf.find(query(null, null, "bilibili", false, null, null)))).containsExactly(1);
		assertThat(Shelf.numbers(this.shelf.find(query(null, null, "example.org", false, null, null))))
			.containsExactly(2);
		assertThat(Shelf.numbers(this.shelf.find(query(null, null, null, true, null, null)))).containsExactly(1);
		assertThat(Shelf.numbers(this.shelf.find(query(null, null, null, false, "王小明", null)))).containsExactly(1);
		assertThat(Shelf.numbers(this.shelf.find(query(null, null, null, false, null, "读书会")))).containsExactly(1);
		assertThat(Shelf.numbers(this.shelf.find(query("项目实战", 2019, "example.org", false, "李四", null))))
			.containsExactly(2);
		assertThat(this.shelf.find(query("项目实战", 2020, null, false, null, null)).total()).isZero();
	}

	@Test
	void countsEachValueAsIfItWereChosenInstead() {
		this.shelf.put(first(), second());
		Facets all = this.shelf.find(ALL).facets();
		assertThat(all.tags()).containsExactlyInAnyOrder(new Facet("论文分享", 1), new Facet("项目实战", 1));
		assertThat(all.years()).containsExactly(new Facet("2020", 1), new Facet("2019", 1));
		assertThat(all.platforms()).containsExactlyInAnyOrder(new Facet("bilibili", 1), new Facet("example.org", 1));
		assertThat(all.series()).containsExactly(new Facet("读书会", 1));
		Facets narrowed = this.shelf.find(query(null, 2019, null, false, null, null)).facets();
		assertThat(narrowed.years()).isEqualTo(all.years());
		assertThat(narrowed.speakers()).containsExactly(new Facet("李四", 1));
		assertThat(narrowed.series()).isEmpty();
	}

	@Test
	void takesValuesOfAnyLengthAndForm() {
		this.shelf.put(salon(1, "x".repeat(100_000), (it) -> it.under("标".repeat(50_000), "").by(" ", "")),
				salon(2, "联邦", (it) -> it.under("a/b\u001Fc").by("𝒳 \uFFFD", null)));
		assertThat(Shelf.numbers(this.shelf.find(query("a/b\u001Fc", null, null, false, null, null))))
			.containsExactly(2);
		assertThat(this.shelf.find(ALL).facets().tags()).containsExactly(new Facet("a/b\u001Fc", 1));
	}

	@Test
	void hasTheSameStateForTheSameSalonsInAnyOrder() {
		this.shelf.put(first(), second());
		try (Shelf other = new Shelf()) {
			other.put(titled(2, "before")).put(second()).put(first());
			assertThat(other.state(Shelf.NOW)).isEqualTo(this.shelf.state(Shelf.NOW));
			other.put(titled(2, "after"));
			assertThat(other.state(Shelf.NOW)).isNotEqualTo(this.shelf.state(Shelf.NOW));
		}
	}

	private static Entry first() {
		return salon(1, "一",
				(it) -> it.on(LocalDate.of(2020, 3, 1))
					.under("论文分享", "联邦学习")
					.by("王小明", "浙江大学")
					.link("回放", "https://www.bilibili.com/video/1", LinkKind.REPLAY)
					.of("读书会"));
	}

	private static Entry second() {
		return salon(2, "二",
				(it) -> it.on(LocalDate.of(2019, 3, 1))
					.under("项目实战", "房价预测")
					.by("李四", null)
					.link("课件", "https://example.org/a", LinkKind.SLIDES));
	}

	private static SalonQuery query(String tag, Integer year, String platform, boolean withReplay, String speaker,
			String series) {
		return new SalonQuery(null, tag, year, platform, withReplay, speaker, series, 0, 50);
	}

}
