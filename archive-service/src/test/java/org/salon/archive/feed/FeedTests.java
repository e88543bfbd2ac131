package org.salon.archive.feed;

import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.WireFeedInput;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.support.ResourceBundleMessageSource;

import org.salon.archive.WholeSalon;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.EntryPage;
import org.salon.archive.salon.Status;
import org.salon.archive.web.SalonProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Feeds, calendar and map, read by libraries for each. */
class FeedTests {

	private static final Instant PUBLISHED = Instant.parse("2020-06-08T01:00:00Z");

	private static final Instant UPDATED = Instant.parse("2020-06-09T01:00:00Z");

	private final SalonProperties properties = new SalonProperties(URI.create("https://salon.example.org"),
			URI.create("https://archive.example.org/"), Locale.SIMPLIFIED_CHINESE,
			new SalonProperties.Operator("secret"));

	@Test
	void writesOneEntryForEachReplay() throws Exception {
		Feed feed = replays(0, 1, WholeSalon.of(44, "<b>LEAF</b> & NICO", Status.HELD));
		assertThat(feed.getUpdated()).isEqualTo(UPDATED);
		Entry entry = feed.getEntries().getFirst();
		assertThat(entry.getId()).isEqualTo("https://archive.example.org/archive/44");
		assertThat(entry.getTitle()).isEqualTo("第 44 期：<b>LEAF</b> & NICO");
		assertThat(entry.getPublished()).isEqualTo(PUBLISHED);
		assertThat(entry.getAuthors()).extracting(SyndPerson::getName).containsExactly("王小明", "Jane van Doe");
		assertThat(entry.getSummary().getValue()).startsWith("【论文分享】LEAF；");
	}

	@Test
	void listsLinksByTheirKindAndOnlyAddressesOfTheWeb() throws Exception {
		Entry entry = replays(0, 1, WholeSalon.of(44, "<b>LEAF</b>", Status.HELD)).getEntries().getFirst();
		assertThat(entry.getOtherLinks()).extracting(Link::getHref)
			.containsExactly("https://www.bilibili.com/video/BV1xx411c7mD?a=1&b=%222%22",
					"https://arxiv.org/abs/1812.01097");
		assertThat(entry.getContents().getFirst().getType()).isEqualTo("html");
		Document content = Jsoup.parseBodyFragment(entry.getContents().getFirst().getValue());
		assertThat(content.select("h3").eachText()).containsExactly("回放", "论文", "链接");
		assertThat(content.select("a").eachText()).containsExactly("<b>LEAF</b>", "https://arxiv.org/abs/1812.01097");
		assertThat(content.select("li").last().text()).isEqualTo("bad javascript:alert(1)");
		assertThat(content.select("b")).isEmpty();
	}

	@Test
	void leadsFromPageToPage() throws Exception {
		String feed = "https://archive.example.org/feed.atom";
		assertThat(replays(1, 250).getOtherLinks()).extracting(Link::getRel, Link::getHref)
			.contains(tuple("self", feed + "?page=1"), tuple("first", feed), tuple("last", feed + "?page=2"),
					tuple("previous", feed), tuple("next", feed + "?page=2"));
		assertThat(replays(0, 100).getOtherLinks()).extracting(Link::getRel).containsExactly("self");
		assertThat(replays(1, 250).getId()).isEqualTo(replays(0, 250).getId());
	}

	@Test
	void writesEmptyFeedThatStaysTheSame() throws Exception {
		ReplayFeed feed = new ReplayFeed(this.properties, messages());
		EntryPage nothing = new EntryPage(List.of(), 0, 100, 0);
		assertThat(feed.write(nothing)).isEqualTo(feed.write(nothing));
		assertThat(read(feed.write(nothing)).getUpdated()).isEqualTo(Instant.EPOCH);
	}

	@ParameterizedTest
	@MethodSource("org.salon.archive.Texts#bad")
	void saysInAFeedWhateverATitleSays(String text) throws Exception {
		Salon salon = WholeSalon.of(44, text, Status.ANNOUNCED);
		Entry replay = replays(0, 1, salon).getEntries().getFirst();
		assertThat(replay.getTitle().replace("\r", "")).isEqualTo("第 44 期：" + text.replace("\r", ""));
		Feed coming = read(new ComingFeed(this.properties, messages()).write(List.of(entry(salon))));
		assertThat(coming.getEntries().getFirst().getTitle()).isEqualTo(replay.getTitle());
	}

	@Test
	void leadsFromAComingSalonToWhereOneSignsUp() throws Exception {
		Feed feed = read(new ComingFeed(this.properties, messages())
			.write(List.of(entry(WholeSalon.of(44, "Non-IID", Status.ANNOUNCED)))));
		Entry entry = feed.getEntries().getFirst();
		assertThat(entry.getAlternateLinks().getFirst().getHref()).isEqualTo("https://salon.example.org/salons/44");
		assertThat(entry.getSummary().getValue()).startsWith("2020-06-07 19:00–21:00 Asia/Shanghai\n");
	}

	@Test
	void keepsAComingSalonInTheCalendar() {
		ICalendar calendar = calendar(WholeSalon.of(44, "Non-IID 数据集", Status.ANNOUNCED),
				WholeSalon.of(45, "off", Status.CANCELLED));
		assertThat(calendar.validate(ICalVersion.V2_0).isEmpty()).as(calendar.validate(ICalVersion.V2_0)::toString)
			.isTrue();
		VEvent event = calendar.getEvents().getFirst();
		assertThat(event.getUid().getValue()).isEqualTo("salon-44@salon.example.org");
		assertThat(event.getSequence().getValue()).isEqualTo(3);
		assertThat(event.getStatus().isConfirmed()).isTrue();
		assertThat(event.getUrl().getValue()).isEqualTo("https://salon.example.org/salons/44");
		assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(WholeSalon.START);
		assertThat(Duration.between(WholeSalon.START, event.getDateEnd().getValue().toInstant()))
			.isEqualTo(Duration.ofHours(2));
		assertThat(calendar.getEvents().getLast().getStatus().isCancelled()).isTrue();
	}

	@ParameterizedTest
	@MethodSource("org.salon.archive.Texts#bad")
	void keepsTheCalendarWholeWhateverATitleSays(String text) {
		ICalendar calendar = calendar(WholeSalon.of(44, text, Status.ANNOUNCED), WholeSalon.of(45));
		assertThat(calendar.getEvents()).hasSize(2);
		assertThat(calendar.getEvents().getFirst().getSummary().getValue()).isEqualTo(text.replaceAll("\\s+", " "));
	}

	@Test
	void mapsEveryPageOfTheSite() {
		assertThat(addresses(new SiteMap(this.properties).write(List.of(entry(WholeSalon.of(44, "a/b", Status.HELD))))))
			.containsExactly("https://archive.example.org/archive", "https://archive.example.org/archive/44",
					"https://archive.example.org/archive/tags/%E8%AE%BA%E6%96%87%E5%88%86%E4%BA%AB",
					"https://archive.example.org/archive/speakers/%E7%8E%8B%E5%B0%8F%E6%98%8E",
					"https://archive.example.org/archive/speakers/Jane%20van%20Doe");
	}

	@Test
	void dividesAMapThatWouldBeTooLong() {
		List<org.salon.archive.salon.Entry> entries = IntStream.rangeClosed(1, SiteMap.LIMIT)
			.mapToObj((number) -> entry(WholeSalon.imported(number)))
			.toList();
		SiteMap map = new SiteMap(this.properties);
		assertThat(addresses(map.write(entries))).containsExactly("https://archive.example.org/sitemap.xml?part=1",
				"https://archive.example.org/sitemap.xml?part=2");
		assertThat(addresses(map.part(entries, 1))).hasSize(SiteMap.LIMIT);
		assertThat(addresses(map.part(entries, 2))).hasSize(2);
		assertThat(map.part(entries, 0)).isNull();
		assertThat(map.part(entries, 3)).isNull();
	}

	private Feed replays(int page, int total, Salon... salons) throws Exception {
		List<org.salon.archive.salon.Entry> entries = List.of(salons).stream().map(FeedTests::entry).toList();
		return read(new ReplayFeed(this.properties, messages()).write(new EntryPage(entries, page, 100, total)));
	}

	private ICalendar calendar(Salon... salons) {
		List<org.salon.archive.salon.Entry> entries = List.of(salons).stream().map(FeedTests::entry).toList();
		return Biweekly.parse(new SalonCalendar(this.properties).write(entries)).first();
	}

	private static Feed read(String feed) throws Exception {
		return (Feed) new WireFeedInput(true, Locale.ROOT).build(new StringReader(feed));
	}

	private static List<String> addresses(String map) {
		return Jsoup.parse(map, "", Parser.xmlParser()).select("loc").stream().map(Element::text).toList();
	}

	private static org.salon.archive.salon.Entry entry(Salon salon) {
		return new org.salon.archive.salon.Entry(salon, 3, PUBLISHED, UPDATED);
	}

	private static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

}
