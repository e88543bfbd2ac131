package org.salon.archive.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

import org.salon.archive.salon.PlainText;

/**
 * What a reader typed, as queries: all of it is needed, in whichever texts of a salon.
 */
final class SearchText {

	private static final Pattern PART = Pattern.compile("[\"“”]([^\"“”]*)[\"“”]|[^\\s\"“”]+");

	/** Some thirty clauses each: together they stay below what Lucene takes. */
	private static final int MOST_TERMS = 20;

	private static final float FOUND_BY_NUMBER = 10_000;

	private static final float ANYWHERE = 0.2f;

	private final List<SearchTerm> terms;

	private final String number;

	private SearchText(List<SearchTerm> terms, String number) {
		this.terms = terms;
		this.number = number;
	}

	/** Takes any text apart; of a very long one the beginning. */
	static SearchText of(String typed) {
		String text = PlainText.comparable(typed);
		List<SearchTerm> terms = new ArrayList<>();
		Matcher part = PART.matcher(text);
		while (part.find()) {
			if (part.group(1) != null) {
				quoted(part.group(1), terms);
			}
			else {
				words(part.group(), terms);
			}
		}
		String number = text.matches("0*[1-9][0-9]{0,5}") ? text.replaceFirst("^0+", "") : "";
		return new SearchText(terms.stream().distinct().limit(MOST_TERMS).toList(), number);
	}

	private static void quoted(String text, List<SearchTerm> terms) {
		List<String> words = tokens(SalonAnalyzers.TYPED, text).stream().map(Token::text).toList();
		if (!words.isEmpty()) {
			terms.add(new SearchTerm.Quoted(words));
		}
	}

	private static void words(String text, List<SearchTerm> terms) {
		List<String> run = new ArrayList<>();
		int end = -1;
		for (Token token : tokens(SalonAnalyzers.TYPED, text)) {
			if (!run.isEmpty() && (!token.character() || token.start() != end)) {
				terms.add(new SearchTerm.Characters(List.copyOf(run)));
				run.clear();
			}
			if (token.character()) {
				run.add(token.text());
				end = token.end();
			}
			else {
				String stem = tokens(SalonAnalyzers.TEXTS, token.text()).getLast().text();
				terms.add(new SearchTerm.Word(token.text(), stem));
			}
		}
		if (!run.isEmpty()) {
			terms.add(new SearchTerm.Characters(List.copyOf(run)));
		}
	}

	private static List<Token> tokens(Analyzer analyzer, String text) {
		List<Token> tokens = new ArrayList<>();
		try (TokenStream stream = analyzer.tokenStream(SalonFields.ALL, text)) {
			CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
			TypeAttribute type = stream.addAttribute(TypeAttribute.class);
			OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
			stream.reset();
			while (stream.incrementToken()) {
				tokens.add(new Token(term.toString(), type.type().equals(CJKBigramFilter.SINGLE_TYPE),
						offset.startOffset(), offset.endOffset()));
			}
			stream.end();
		}
		catch (IOException ex) {
			// A string is read.
			throw new UncheckedIOException(ex);
		}
		return tokens;
	}

	/** Whether there is nothing in it that a text can hold. */
	boolean isEmpty() {
		return this.terms.isEmpty();
	}

	/** Finds the salons that hold all of it. */
	Query exactly() {
		Query words = each((term) -> anywhere(term, term.within(SalonFields.ALL)));
		if (this.number.isEmpty()) {
			return words;
		}
		Query byNumber = new ConstantScoreQuery(new TermQuery(new Term(SalonFields.NUMBER, this.number)));
		return new BooleanQuery.Builder().add(new BoostQuery(byNumber, FOUND_BY_NUMBER), Occur.SHOULD)
			.add(words, Occur.SHOULD)
			.build();
	}

	/** Finds those that hold something like all of it. */
	Query similarly() {
		return each((term) -> anywhere(term, term.like(SalonFields.ALL)));
	}

	/** Finds all of it that there is in one text, to mark it. */
	Query marks(boolean similar) {
		BooleanQuery.Builder any = new BooleanQuery.Builder();
		this.terms.forEach(
				(term) -> any.add(similar ? term.like(SalonFields.ALL) : term.within(SalonFields.ALL), Occur.SHOULD));
		return any.build();
	}

	private Query each(Function<SearchTerm, Query> query) {
		BooleanQuery.Builder all = new BooleanQuery.Builder();
		this.terms.forEach((term) -> all.add(query.apply(term), Occur.MUST));
		return all.build();
	}

	private static Query anywhere(SearchTerm term, Query loosely) {
		List<Query> fields = new ArrayList<>();
		SalonFields.WEIGHTS.forEach((field, weight) -> fields.add(new BoostQuery(term.in(field), weight)));
		fields.add(new BoostQuery(loosely, ANYWHERE));
		return new DisjunctionMaxQuery(fields, 0.1f);
	}

	private record Token(String text, boolean character, int start, int end) {
	}

}
