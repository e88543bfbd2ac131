package org.salon.archive.cite;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.undercouch.citeproc.bibtex.BibTeXConverter;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLName;
import de.undercouch.citeproc.csl.CSLType;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.support.StaticMessageSource;

import org.salon.archive.WholeSalon;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.Status;
import org.salon.archive.web.SalonProperties;

import static org.assertj.core.api.Assertions.assertThat;

/** References, read back by a processor of citations. */
class CitationTests {

	private final Citations citations = citations();

	@Test
	void saysWhoWhatWhenAndWhereInBibTex() throws Exception {
		CSLItemData item = bibTex(WholeSalon.of(44)).get("salon44");
		assertThat(printed(item.getTitle())).isEqualTo("Non-IID 数据集");
		assertThat(item.getAuthor()).extracting(CSLName::getFamily).containsExactly("王小明", "Doe");
		assertThat(item.getAuthor()[1].getGiven()).isEqualTo("Jane");
		assertThat(item.getNumber()).isEqualTo("44");
		assertThat(item.getURL()).isEqualTo("https://archive.example.org/archive/44");
		assertThat(item.getKeyword()).startsWith("论文分享, ");
		assertThat(this.citations.bibTex(WholeSalon.of(44))).startsWith("@misc{salon44,")
			.contains("eventtitle = {第 44 期}", "month = jun", "year = {2020}", "date = {2020-06-07}",
					"series = {读书会 Non-IID 数据集}", "note = {Non-IID 数据集}");
	}

	@Test
	void saysTheSameInCslJson() {
		CSLItemData item = cslJson(WholeSalon.of(44)).getFirst();
		assertThat(item.getId()).isEqualTo("salon44");
		assertThat(item.getType()).isEqualTo(CSLType.SPEECH);
		assertThat(item.getTitle()).isEqualTo("Non-IID 数据集");
		assertThat(item.getAuthor()[0].getLiteral()).isEqualTo("王小明");
		assertThat(item.getAuthor()[1].getFamily()).isEqualTo("Doe");
		assertThat(item.getIssued().getDateParts()).isDeepEqualTo(new int[][] { { 2020, 6, 7 } });
		assertThat(item.getEvent()).isEqualTo("第 44 期");
		assertThat(item.getCollectionTitle()).isEqualTo("读书会 Non-IID 数据集");
		assertThat(item.getURL()).isEqualTo("https://archive.example.org/archive/44");
	}

	@Test
	void namesTheHostWhereNobodyIsKnownToHaveSpoken() throws Exception {
		Salon imported = WholeSalon.imported(3);
		assertThat(bibTex(imported).get("salon3").getAuthor()).isNull();
		assertThat(cslJson(imported).getFirst().getAuthor()).isNull();
		Salon hosted = new Salon(3, imported.title(), imported.date(), Status.ARCHIVED, "Learning and Vision, Ltd.",
				null, null, imported.zone(), List.of(), List.of(), List.of(), null, List.of(), List.of(), List.of(),
				null);
		assertThat(bibTex(hosted).get("salon3").getAuthor()).hasSize(1);
		assertThat(cslJson(hosted).getFirst().getAuthor()[0].getLiteral()).isEqualTo("Learning and Vision, Ltd.");
		assertThat(this.citations.bibTex(hosted)).contains("author = {{Learning and Vision, Ltd.}}");
	}

	@Test
	void fitsIntoOneLineOfText() {
		assertThat(this.citations.plain(WholeSalon.of(44))).isEqualTo("王小明, Jane van Doe. Non-IID 数据集. "
				+ "读书会 Non-IID 数据集, 第 44 期, 2020-06-07. https://archive.example.org/archive/44");
	}

	@ParameterizedTest
	@MethodSource("org.salon.archive.Texts#bad")
	void keepsWhateverATitleSaysAndTheEntriesBehindIt(String text) throws Exception {
		Salon salon = WholeSalon.of(44, text, Status.HELD);
		String line = OneLine.of(text);
		Map<String, CSLItemData> read = bibTex(salon, WholeSalon.of(45));
		assertThat(read).containsOnlyKeys("salon44", "salon45");
		Map<Key, BibTeXEntry> entries = entries(salon, WholeSalon.of(45));
		BibTeXEntry entry = entries.get(new Key("salon44"));
		assertThat(printed(entry.getField(BibTeXEntry.KEY_TITLE).toUserString())).isEqualTo(typeset(line));
		assertThat(printed(entry.getField(BibTeXEntry.KEY_NOTE).toUserString())).isEqualTo(typeset(line));
		assertThat(read.get("salon44").getAuthor()).hasSize(2);
		assertThat(cslJson(salon).getFirst().getTitle()).isEqualTo(line);
		assertThat(this.citations.plain(salon)).doesNotContain("\n", "\u202E").contains(line);
	}

	private Map<String, CSLItemData> bibTex(Salon... salons) throws Exception {
		BibTeXConverter converter = new BibTeXConverter();
		byte[] file = file(salons).getBytes(StandardCharsets.UTF_8);
		return converter.toItemData(converter.loadDatabase(new ByteArrayInputStream(file)));
	}

	private Map<Key, BibTeXEntry> entries(Salon... salons) throws Exception {
		return new BibTeXParser().parse(new StringReader(file(salons))).getEntries();
	}

	private String file(Salon... salons) {
		return BibTexFile.write(Stream.of(salons).map(this.citations::of).toList());
	}

	/** What LaTeX prints, by a reader of LaTeX that knows the letters of Latin-1 only. */
	private static String printed(String latex) throws Exception {
		String known = latex.codePoints()
			.mapToObj((point) -> (point < 0x100) ? Character.toString(point) : "(U+" + Integer.toHexString(point) + ")")
			.collect(Collectors.joining());
		String text = new LaTeXPrinter().print(new LaTeXParser().parse(new StringReader(known)));
		return Pattern.compile("\\(U\\+([0-9a-f]+)\\)")
			.matcher(text)
			.replaceAll((letter) -> Character.toString(Integer.parseInt(letter.group(1), 16)));
	}

	/** With the apostrophes and dashes that LaTeX makes of what a keyboard has. */
	private static String typeset(String text) {
		return text.replace('\'', '’').replace("--", "–");
	}

	private List<CSLItemData> cslJson(Salon... salons) {
		String file = JsonMapper.shared()
			.writeValueAsString(Stream.of(salons).map(this.citations::of).map(CslItem::of).toList());
		List<Map<String, Object>> items = JsonMapper.shared().readValue(file, new TypeReference<>() {
		});
		return items.stream().map(CSLItemData::fromJson).toList();
	}

	private static Citations citations() {
		StaticMessageSource messages = new StaticMessageSource();
		messages.addMessage("salon.number", Locale.SIMPLIFIED_CHINESE, "第 {0} 期");
		return new Citations(
				new SalonProperties(URI.create("https://salon.example.org"), URI.create("https://archive.example.org"),
						Locale.SIMPLIFIED_CHINESE, new SalonProperties.Operator("secret")),
				messages);
	}

}
