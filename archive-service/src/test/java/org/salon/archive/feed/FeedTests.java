package org.salon.archive.feed;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import org.springframework.context.support.ResourceBundleMessageSource;

import org.salon.archive.salon.Entry;
import org.salon.archive.salon.Link;
import org.salon.archive.salon.LinkKind;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.Speaker;
import org.salon.archive.salon.Status;
import org.salon.archive.salon.TopicGroup;
import org.salon.archive.web.SalonProperties;

import static org.assertj.core.api.Assertions.assertThat;

class FeedTests {

	private static final String ATOM = "http://www.w3.org/2005/Atom";

	private static final Instant PUBLISHED = Instant.parse("2020-06-08T01:00:00Z");

	private static final Instant UPDATED = Instant.parse("2020-06-09T01:00:00Z");

	private final SalonProperties properties = new SalonProperties(URI.create("https://salon.example.org"),
			URI.create("https://archive.example.org/"), Locale.SIMPLIFIED_CHINESE,
			new SalonProperties.Operator("secret"));

	@Test
	void writesOneEntryForEachReplay() throws Exception {
		Document feed = parse(new AtomFeed(this.properties, messages()).write(List.of(entry())));
		Element root = feed.getDocumentElement();
		assertThat(root.getNamespaceURI()).isEqualTo(ATOM);
		assertThat(root.getAttribute("xml:lang")).isEqualTo("zh-CN");
		assertThat(texts(root, "updated")).containsExactly(UPDATED.toString(), UPDATED.toString());
		Element entry = (Element) feed.getElementsByTagNameNS(ATOM, "entry").item(0);
		assertThat(texts(entry, "id")).containsExactly("https://archive.example.org/archive/44");
		assertThat(texts(entry, "title")).containsExactly("第 44 期：<b>Non-IID</b> & 数据集");
		assertThat(texts(entry, "published")).containsExactly(PUBLISHED.toString());
		assertThat(texts(entry, "name")).containsExactly("王小明");
		assertThat(texts(entry, "summary")).containsExactly("【论文分享】LEAF；NICO");
	}

	@Test
	void relatesOnlyAddressesOfTheWeb() throws Exception {
		Document feed = parse(new AtomFeed(this.properties, messages()).write(List.of(entry())));
		Element entry = (Element) feed.getElementsByTagNameNS(ATOM, "entry").item(0);
		NodeList links = entry.getElementsByTagNameNS(ATOM, "link");
		assertThat(links.getLength()).isEqualTo(2);
		assertThat(((Element) links.item(1)).getAttribute("href")).isEqualTo("https://b23.tv/x?a=1&b=\"2\"");
	}

	@Test
	void writesEmptyFeedThatStaysTheSame() throws Exception {
		AtomFeed feed = new AtomFeed(this.properties, messages());
		assertThat(feed.write(List.of())).isEqualTo(feed.write(List.of()));
		assertThat(texts(parse(feed.write(List.of())).getDocumentElement(), "updated"))
			.containsExactly("1970-01-01T00:00:00Z");
	}

	@Test
	void mapsEveryPageOfTheSite() throws Exception {
		Document map = parse(new SiteMap(this.properties).write(List.of(entry())));
		NodeList addresses = map.getElementsByTagNameNS("http://www.sitemaps.org/schemas/sitemap/0.9", "loc");
		assertThat(addresses.getLength()).isEqualTo(2);
		assertThat(addresses.item(1).getTextContent()).isEqualTo("https://archive.example.org/archive/44");
	}

	private static Entry entry() {
		Salon salon = new Salon(44, "<b>Non-IID</b> & 数据集", LocalDate.of(2020, 6, 7), Status.ARCHIVED, null, null, null,
				ZoneId.of("Asia/Shanghai"), List.of(new Speaker("王小明", null)), List.of(), List.of(), null,
				List.of(new TopicGroup("论文分享", List.of("LEAF", "NICO"))),
				List.of(new Link("回放", "https://b23.tv/x?a=1&b=\"2\"", LinkKind.REPLAY),
						new Link("bad", "javascript:alert(1)", LinkKind.OTHER)),
				List.of());
		return new Entry(salon, 3, PUBLISHED, UPDATED);
	}

	private static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

	private static List<String> texts(Element parent, String name) {
		NodeList found = parent.getElementsByTagNameNS(ATOM, name);
		return IntStream.range(0, found.getLength()).mapToObj((index) -> found.item(index).getTextContent()).toList();
	}

	private static Document parse(String xml) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setNamespaceAware(true);
		return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
	}

}
