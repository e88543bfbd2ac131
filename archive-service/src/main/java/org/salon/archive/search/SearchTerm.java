package org.salon.archive.search;

import java.util.List;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;

/** One thing that was typed, as queries on one field. */
sealed interface SearchTerm {

	/** Finds it as it was typed. */
	Query in(String field);

	/** Finds it inside of words, where that takes more than the field's own query. */
	default Query within(String field) {
		return in(field);
	}

	/** Finds what was perhaps meant. */
	default Query like(String field) {
		return within(field);
	}

	/** A word: itself, its stem, or the beginning of a word. */
	record Word(String text, String stem) implements SearchTerm {

		private static final int SHORTEST_START = 2;

		private static final int SHORTEST_PART = 3;

		private static final int MOST_LIKE = 20;

		@Override
		public Query in(String field) {
			BooleanQuery.Builder query = any().add(new TermQuery(new Term(field, this.text)), Occur.SHOULD);
			if (!this.stem.equals(this.text)) {
				query.add(new BoostQuery(new TermQuery(new Term(field, this.stem)), 0.8f), Occur.SHOULD);
			}
			if (this.text.length() >= SHORTEST_START) {
				query.add(new BoostQuery(new PrefixQuery(new Term(field, this.text)), 0.5f), Occur.SHOULD);
			}
			return query.build();
		}

		@Override
		public Query within(String field) {
			if (this.text.length() < SHORTEST_PART) {
				return in(field);
			}
			// The tokenizer leaves none of the pattern's own characters in a word.
			Query part = new WildcardQuery(new Term(field, "*" + this.text + "*"));
			return any().add(in(field), Occur.SHOULD).add(new BoostQuery(part, 0.3f), Occur.SHOULD).build();
		}

		@Override
		public Query like(String field) {
			int errors = errors();
			if (errors == 0) {
				return within(field);
			}
			Query like = new FuzzyQuery(new Term(field, this.text), errors, 1, MOST_LIKE, true);
			return any().add(within(field), Occur.SHOULD).add(like, Occur.SHOULD).build();
		}

		/** How many letters may be wrong in a word of this length. */
		private int errors() {
			if (this.text.length() < 4) {
				return 0;
			}
			return (this.text.length() < 8) ? 1 : 2;
		}

	}

	/** Chinese characters next to each other. */
	record Characters(List<String> characters) implements SearchTerm {

		@Override
		public Query in(String field) {
			return phrase(field, this.characters);
		}

		/** Most of the pairs, and nearly all of the characters. */
		@Override
		public Query like(String field) {
			int pairs = this.characters.size() - 1;
			if (pairs < 2) {
				return in(field);
			}
			BooleanQuery.Builder pairwise = any();
			for (int i = 0; i < pairs; i++) {
				pairwise.add(new TermQuery(new Term(field, this.characters.get(i) + this.characters.get(i + 1))),
						Occur.SHOULD);
			}
			BooleanQuery.Builder single = any();
			this.characters.forEach((each) -> single.add(new TermQuery(new Term(field, each)), Occur.SHOULD));
			// One wrong character spoils the two pairs that it is in.
			pairwise.setMinimumNumberShouldMatch(Math.max(1, pairs - Math.max(2, pairs * 2 / 5)));
			single.setMinimumNumberShouldMatch(this.characters.size() - Math.max(1, this.characters.size() / 4));
			return any().add(pairwise.build(), Occur.MUST).add(single.build(), Occur.FILTER).build();
		}

	}

	/** What stood between quotation marks: in this order, and nothing in between. */
	record Quoted(List<String> words) implements SearchTerm {

		@Override
		public Query in(String field) {
			return phrase(field, this.words);
		}

	}

	private static BooleanQuery.Builder any() {
		return new BooleanQuery.Builder();
	}

	private static Query phrase(String field, List<String> words) {
		return (words.size() == 1) ? new TermQuery(new Term(field, words.getFirst()))
				: new PhraseQuery(field, words.toArray(String[]::new));
	}

}
