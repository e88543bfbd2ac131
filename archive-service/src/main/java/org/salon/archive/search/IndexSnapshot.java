package org.salon.archive.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;

import org.salon.archive.salon.Entry;
import org.salon.archive.salon.Facets;
import org.salon.archive.salon.Found;
import org.salon.archive.salon.Highlights;
import org.salon.archive.salon.LinkKind;
import org.salon.archive.salon.SalonPage;
import org.salon.archive.salon.SalonQuery;

/** The index as it was at one moment. */
final class IndexSnapshot implements AutoCloseable {

	private static final SortField NUMBER = new SortField(SalonFields.NUMBER, SortField.Type.INT, true);

	private static final SortField DATE = new SortField(SalonFields.DATE, SortField.Type.LONG, true);

	private static final Sort NEWEST_FIRST = new Sort(DATE, NUMBER);

	private static final Sort BEST_FIRST = new Sort(SortField.FIELD_SCORE, DATE, NUMBER);

	private final DirectoryReader reader;

	private final IndexSearcher searcher;

	private final long content;

	private final @Nullable SortedSetDocValuesReaderState values;

	IndexSnapshot(DirectoryReader reader, long content) throws IOException {
		this.reader = reader;
		this.content = content;
		this.searcher = new IndexSearcher(reader);
		// Nothing can be counted where there is nothing.
		this.values = (reader.numDocs() > 0) ? new DefaultSortedSetDocValuesReaderState(reader, SalonFields.FACETS)
				: null;
	}

	DirectoryReader reader() {
		return this.reader;
	}

	/** The salons that were asked for; if none holds all of the text, similar ones. */
	SalonPage find(SalonQuery query, Instant now) throws IOException {
		if (query.text() == null) {
			return page(query, MatchAllDocsQuery.INSTANCE, NEWEST_FIRST, now, false, null);
		}
		SearchText text = SearchText.of(query.text());
		if (text.isEmpty()) {
			return page(query, new MatchNoDocsQuery("nothing to look for"), NEWEST_FIRST, now, false, null);
		}
		SalonPage exact = page(query, text.exactly(), BEST_FIRST, now, false, text);
		if (exact.total() > 0) {
			return exact;
		}
		SalonPage similar = page(query, text.similarly(), BEST_FIRST, now, true, text);
		return (similar.total() > 0) ? similar : exact;
	}

	private SalonPage page(SalonQuery query, Query wanted, Sort order, Instant now, boolean similar,
			@Nullable SearchText text) throws IOException {
		if (this.values == null) {
			return new SalonPage(List.of(), Facets.NONE, false, query.page(), query.size(), 0);
		}
		int until = (int) Math.min(query.offset() + query.size(), this.reader.maxDoc());
		DrillSideways.ConcurrentDrillSidewaysResult<? extends TopDocs> result = new DrillSideways(this.searcher,
				SalonFields.FACETS, this.values)
			.search(narrowed(query, wanted, now), new TopFieldCollectorManager(order, until, Integer.MAX_VALUE));
		TopDocs hits = result.collectorResult;
		List<Found> found = new ArrayList<>();
		Query marks = (text != null) ? text.marks(similar) : null;
		for (Entry entry : entries(hits.scoreDocs, query.offset())) {
			found.add(new Found(entry, (marks != null) ? new TextHighlights(marks, entry.salon()) : Highlights.NONE));
		}
		return new SalonPage(found, FacetCounts.of(result.facets, FacetCounts.SHOWN), similar, query.page(),
				query.size(), hits.totalHits.value());
	}

	private static DrillDownQuery narrowed(SalonQuery query, Query wanted, Instant now) {
		BooleanQuery.Builder base = new BooleanQuery.Builder().add(wanted, Occur.MUST).add(listed(now), Occur.FILTER);
		if (query.withReplay()) {
			base.add(new TermQuery(new Term(SalonFields.KIND, LinkKind.REPLAY.name())), Occur.FILTER);
		}
		DrillDownQuery narrowed = new DrillDownQuery(SalonFields.FACETS, base.build());
		narrow(narrowed, SalonFields.TAG, query.tag());
		narrow(narrowed, SalonFields.YEAR, (query.year() != null) ? query.year().toString() : null);
		narrow(narrowed, SalonFields.PLATFORM, query.platform());
		narrow(narrowed, SalonFields.SPEAKER, query.speaker());
		narrow(narrowed, SalonFields.SERIES, query.series());
		return narrowed;
	}

	private static void narrow(DrillDownQuery query, String field, @Nullable String value) {
		if (value != null) {
			query.add(field, value);
		}
	}

	private static Query listed(Instant now) {
		return LongPoint.newRangeQuery(SalonFields.LISTED_FROM, Long.MIN_VALUE, now.toEpochMilli());
	}

	private List<Entry> entries(ScoreDoc[] hits, long from) throws IOException {
		List<Entry> entries = new ArrayList<>();
		for (int i = (int) Math.min(from, hits.length); i < hits.length; i++) {
			entries.add(entry(hits[i].doc));
		}
		return entries;
	}

	private Entry entry(int document) throws IOException {
		byte[] stored = this.reader.storedFields()
			.document(document, Set.of(SalonFields.ENTRY))
			.getBinaryValue(SalonFields.ENTRY).bytes;
		return SalonIndex.JSON.readValue(stored, Entry.class);
	}

	/** Salons that share terms with that one, the nearest first. */
	List<Entry> related(int number, int limit, Instant now) throws IOException {
		Query self = new TermQuery(new Term(SalonFields.NUMBER, Integer.toString(number)));
		ScoreDoc[] found = this.searcher.search(self, 1).scoreDocs;
		if (found.length == 0 || limit < 1) {
			return List.of();
		}
		BooleanQuery.Builder query = new BooleanQuery.Builder().add(alike(entry(found[0].doc)), Occur.MUST)
			.add(listed(now), Occur.FILTER)
			.add(self, Occur.MUST_NOT);
		return entries(this.searcher.search(query.build(), limit, BEST_FIRST).scoreDocs, 0);
	}

	private Query alike(Entry entry) throws IOException {
		MoreLikeThis terms = new MoreLikeThis(this.reader);
		terms.setAnalyzer(SalonFields.ANALYZER);
		terms.setFieldNames(new String[] { SalonFields.SHARED });
		terms.setMinTermFreq(1);
		terms.setMinDocFreq(2);
		// What every fifth salon has says nothing, once there are more than a few.
		terms.setMaxDocFreq(Math.max(20, this.reader.numDocs() / 5));
		terms.setMinWordLen(2);
		terms.setStopWords(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
		return terms
			.like(Map.of(SalonFields.SHARED, SalonFields.shared(entry.salon()).map(Object.class::cast).toList()));
	}

	/** All values of the salons that are listed. */
	Facets facets(Instant now) throws IOException {
		if (this.values == null) {
			return Facets.NONE;
		}
		DrillDownQuery all = new DrillDownQuery(SalonFields.FACETS, listed(now));
		return FacetCounts.of(new DrillSideways(this.searcher, SalonFields.FACETS, this.values).search(all, 1).facets,
				FacetCounts.ALL);
	}

	/**
	 * The same for the same salons at the same point of their time, in whichever order
	 * they came: what they are, and how many of them the clock has ended.
	 */
	String state(Instant now) throws IOException {
		int over = this.searcher
			.count(LongPoint.newRangeQuery(SalonFields.OVER_AT, Long.MIN_VALUE, now.toEpochMilli()));
		return Long.toHexString(this.content) + "-" + over;
	}

	@Override
	public void close() {
		try {
			this.reader.decRef();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
