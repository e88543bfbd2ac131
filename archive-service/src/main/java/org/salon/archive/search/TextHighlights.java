package org.salon.archive.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

import org.salon.archive.salon.Highlights;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.Segment;

/** Finds the hits of a query in the texts of a salon when they are asked for. */
final class TextHighlights implements Highlights {

	private static final int SNIPPET = 140;

	private static final UnifiedHighlighter WHOLE = UnifiedHighlighter.builderWithoutSearcher(SalonAnalyzers.TEXTS)
		.withBreakIterator(WholeBreakIterator::new)
		.withFormatter(new Hits())
		.build();

	private static final UnifiedHighlighter PART = UnifiedHighlighter.builderWithoutSearcher(SalonAnalyzers.TEXTS)
		.withBreakIterator(() -> LengthGoalBreakIterator
			.createClosestToLength(BreakIterator.getWordInstance(Locale.ROOT), SNIPPET, 0.5f))
		.withFormatter(new Hits())
		.build();

	private final Query query;

	private final Salon salon;

	TextHighlights(Query query, Salon salon) {
		this.query = query;
		this.salon = salon;
	}

	@Override
	public List<Segment> of(String text) {
		List<Segment> hits = mark(WHOLE, text);
		return hits.isEmpty() ? NONE.of(text) : hits;
	}

	@Override
	public List<Segment> snippet() {
		return SalonFields.longTexts(this.salon)
			.map((text) -> mark(PART, text))
			.filter((hits) -> hits.stream().anyMatch(Segment::hit))
			.findFirst()
			.orElse(List.of());
	}

	@SuppressWarnings("unchecked")
	private List<Segment> mark(UnifiedHighlighter highlighter, String text) {
		if (text.isBlank()) {
			return List.of();
		}
		try {
			Object hits = highlighter.highlightWithoutSearcher(SalonFields.ALL, this.query, text, 1);
			return (hits != null) ? (List<Segment>) hits : List.of();
		}
		catch (IOException ex) {
			// A string is read.
			throw new UncheckedIOException(ex);
		}
	}

	/** The one passage that there is, in segments. */
	private static final class Hits extends PassageFormatter {

		@Override
		public List<Segment> format(Passage[] passages, String text) {
			Passage passage = passages[0];
			List<Segment> segments = new ArrayList<>();
			int written = passage.getStartOffset();
			if (written > 0) {
				segments.add(new Segment("…", false));
			}
			for (int i = 0; i < passage.getNumMatches(); i++) {
				// One hit may lie in another.
				int start = Math.max(written, passage.getMatchStarts()[i]);
				int end = Math.min(passage.getMatchEnds()[i], passage.getEndOffset());
				if (end > start) {
					add(segments, text.substring(written, start), false);
					add(segments, text.substring(start, end), true);
					written = end;
				}
			}
			add(segments, text.substring(written, passage.getEndOffset()), false);
			if (passage.getEndOffset() < text.length()) {
				segments.add(new Segment("…", false));
			}
			return segments;
		}

		private static void add(List<Segment> segments, String text, boolean hit) {
			if (text.isEmpty()) {
				return;
			}
			if (hit && !segments.isEmpty() && segments.getLast().hit()) {
				segments.add(new Segment(segments.removeLast().text() + text, true));
				return;
			}
			segments.add(new Segment(text, hit));
		}

	}

}
