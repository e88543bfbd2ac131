package org.salon.archive.search;

import java.util.Set;
import java.util.function.UnaryOperator;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.TypeTokenFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** How texts are taken apart: Chinese into characters and pairs, the rest into words. */
final class SalonAnalyzers {

	private static final int EVERY_SCRIPT = CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA
			| CJKBigramFilter.HANGUL;

	/** For texts that are searched: characters, pairs, words and their stems. */
	static final Analyzer TEXTS = analyzer((words) -> {
		TokenStream both = new KeywordRepeatFilter(new CJKBigramFilter(words, EVERY_SCRIPT, true));
		return new RemoveDuplicatesTokenFilter(new PorterStemFilter(both));
	});

	/** For what was typed: characters and words as they are. */
	static final Analyzer TYPED = analyzer((words) -> new TypeTokenFilter(
			new CJKBigramFilter(words, EVERY_SCRIPT, true), Set.of(CJKBigramFilter.DOUBLE_TYPE)));

	/** For what two salons may share: pairs and stems, as one character says little. */
	static final Analyzer SUBJECTS = analyzer((words) -> new PorterStemFilter(new CJKBigramFilter(words)));

	private SalonAnalyzers() {
	}

	private static Analyzer analyzer(UnaryOperator<TokenStream> rest) {
		return new Analyzer() {

			@Override
			protected TokenStreamComponents createComponents(String field) {
				Tokenizer tokenizer = new StandardTokenizer();
				TokenStream words = new LowerCaseFilter(new CJKWidthFilter(new EnglishPossessiveFilter(tokenizer)));
				return new TokenStreamComponents(tokenizer, rest.apply(words));
			}

			@Override
			public int getPositionIncrementGap(String field) {
				// No phrase reaches from one text into the next.
				return 100;
			}
		};
	}

}
