package org.salon.archive.search;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;

import org.salon.archive.salon.Entry;
import org.salon.archive.salon.Link;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.SalonQuery;
import org.salon.archive.salon.Speaker;
import org.salon.archive.salon.Status;
import org.salon.archive.salon.WebAddress;

/** A salon as a document of the index. */
final class SalonFields {

	static final String NUMBER = "number";

	static final String ENTRY = "entry";

	static final String KIND = "kind";

	/** When the salon comes to be listed by the clock. */
	static final String LISTED_FROM = "listedFrom";

	/** When a salon that is announced is over. */
	static final String OVER_AT = "overAt";

	static final String DATE = "date";

	/** Title, topics and papers. */
	static final String SUBJECT = "subject";

	/** Speakers, tags and series. */
	static final String NAMES = "names";

	static final String LABELS = "labels";

	/** Notes, outline, introduction and host. */
	static final String REST = "rest";

	/** Every text of the salon. */
	static final String ALL = "all";

	/** What it may have in common with another salon. */
	static final String SHARED = "shared";

	static final String TAG = "tag";

	static final String YEAR = "year";

	static final String PLATFORM = "platform";

	static final String SPEAKER = "speaker";

	static final String SERIES = "series";

	/** The more a field says of the salon, the more a hit in it counts. */
	static final Map<String, Float> WEIGHTS = Map.of(SUBJECT, 4f, NAMES, 3f, LABELS, 2f, REST, 1f);

	static final Analyzer ANALYZER = new PerFieldAnalyzerWrapper(SalonAnalyzers.TEXTS,
			Map.of(SHARED, SalonAnalyzers.SUBJECTS));

	static final FacetsConfig FACETS = facets();

	private SalonFields() {
	}

	private static FacetsConfig facets() {
		FacetsConfig config = new FacetsConfig();
		Stream.of(TAG, PLATFORM, SPEAKER).forEach((field) -> config.setMultiValued(field, true));
		return config;
	}

	static Document document(Entry entry, byte[] stored) throws IOException {
		Salon salon = entry.salon();
		Document document = new Document();
		document.add(new StringField(NUMBER, Integer.toString(salon.number()), Field.Store.NO));
		document.add(new NumericDocValuesField(NUMBER, salon.number()));
		document.add(new NumericDocValuesField(DATE, salon.date().toEpochDay()));
		document.add(new StoredField(ENTRY, stored));
		times(document, entry);
		salon.links()
			.stream()
			.map((link) -> link.kind().name())
			.distinct()
			.forEach((kind) -> document.add(new StringField(KIND, kind, Field.Store.NO)));
		texts(document, salon);
		values(document, salon);
		return FACETS.build(document);
	}

	private static void times(Document document, Entry entry) {
		Salon salon = entry.salon();
		boolean announced = salon.status() == Status.ANNOUNCED;
		if (!announced || entry.replayAt() != null) {
			document.add(new LongPoint(LISTED_FROM, Long.MIN_VALUE));
		}
		else if (salon.endsAt() != null) {
			document.add(new LongPoint(LISTED_FROM, salon.endsAt().toEpochMilli()));
		}
		if (announced && salon.endsAt() != null) {
			document.add(new LongPoint(OVER_AT, salon.endsAt().toEpochMilli()));
		}
	}

	private static void texts(Document document, Salon salon) {
		Stream<String> people = salon.speakers()
			.stream()
			.flatMap((speaker) -> Stream.of(speaker.name(), text(speaker)));
		Stream<String> labels = salon.links().stream().map(Link::label);
		List<String> names = Stream.of(people, salon.tags().stream(), Stream.ofNullable(salon.series()))
			.flatMap((part) -> part)
			.toList();
		add(document, SUBJECT, subject(salon));
		add(document, NAMES, names.stream());
		add(document, LABELS, labels);
		add(document, REST, Stream.concat(longTexts(salon), Stream.ofNullable(salon.host())));
		shared(salon).forEach((text) -> document.add(new TextField(SHARED, text, Field.Store.NO)));
	}

	private static Stream<String> subject(Salon salon) {
		return Stream.of(Stream.of(salon.title()), salon.topics().stream(), salon.papers().stream())
			.flatMap((part) -> part);
	}

	/** What two salons may have in common; not tags, for half of all may be under one. */
	static Stream<String> shared(Salon salon) {
		return Stream
			.of(subject(salon), salon.speakers().stream().map(Speaker::name), Stream.ofNullable(salon.series()))
			.flatMap((part) -> part);
	}

	/** Of these only a part is shown, with what was found in it. */
	static Stream<String> longTexts(Salon salon) {
		return Stream
			.of(salon.outline().stream(), Stream.ofNullable(salon.introduction()).map(MarkdownText::of),
					salon.notes().stream())
			.flatMap((part) -> part);
	}

	private static String text(Speaker speaker) {
		return Objects.requireNonNullElse(speaker.affiliation(), "");
	}

	private static void add(Document document, String field, Stream<String> texts) {
		texts.filter(Predicate.not(String::isBlank)).forEach((text) -> {
			document.add(new TextField(field, text, Field.Store.NO));
			document.add(new TextField(ALL, text, Field.Store.NO));
		});
	}

	private static void values(Document document, Salon salon) {
		value(document, YEAR, Stream.of(Integer.toString(salon.date().getYear())));
		value(document, TAG, salon.tags().stream());
		value(document, SPEAKER, salon.speakers().stream().map(Speaker::name));
		value(document, SERIES, Stream.ofNullable(salon.series()));
		value(document, PLATFORM,
				salon.links()
					.stream()
					.flatMap((link) -> WebAddress.of(link.url()).stream())
					.map(WebAddress::platform)
					.map((platform) -> Objects.requireNonNullElse(platform.code(), platform.host())));
	}

	private static void value(Document document, String field, Stream<String> values) {
		values.filter((value) -> !value.isBlank() && value.length() <= SalonQuery.LONGEST_VALUE)
			.distinct()
			.forEach((value) -> document.add(new SortedSetDocValuesFacetField(field, value)));
	}

}
