package org.salon.archive.cite;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXFormatter;
import org.jbibtex.Key;
import org.jbibtex.KeyValue;
import org.jbibtex.StringValue;
import org.jbibtex.Value;
import org.jspecify.annotations.Nullable;

/**
 * References in BibTeX: fields that its own styles know, and those of BibLaTeX for a
 * talk. In UTF-8, which BibLaTeX and all of today's engines read.
 */
final class BibTexFile {

	private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
			"oct", "nov", "dec");

	// Words and signs by which BibTeX takes a list of names, or a name, apart.
	private static final Pattern DIVIDED = Pattern.compile(".*(\\band\\b|\\bothers\\b|,).*", Pattern.CASE_INSENSITIVE);

	private BibTexFile() {
	}

	static String write(List<Citation> citations) {
		BibTeXDatabase database = new BibTeXDatabase();
		citations.stream().map(BibTexFile::entry).forEach(database::addObject);
		StringWriter text = new StringWriter();
		try {
			new BibTeXFormatter().format(database, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text + "\n";
	}

	private static BibTeXEntry entry(Citation citation) {
		BibTeXEntry entry = new BibTeXEntry(BibTeXEntry.TYPE_MISC, new Key(citation.key()));
		String authors = citation.authors().stream().map(BibTexFile::name).collect(Collectors.joining(" and "));
		put(entry, "author", authors);
		// Two pairs of braces: styles that print titles in small letters leave it alone.
		put(entry, "title", "{" + LatexText.of(citation.title()) + "}");
		put(entry, "howpublished", LatexText.of(citation.event()));
		put(entry, "year", Integer.toString(citation.date().getYear()));
		entry.addField(BibTeXEntry.KEY_MONTH, new KeyValue(MONTHS.get(citation.date().getMonthValue() - 1)));
		put(entry, "date", citation.date().toString());
		put(entry, "eventtitle", LatexText.of(citation.event()));
		put(entry, "series", latex(citation.series()));
		put(entry, "number", Integer.toString(citation.number()));
		put(entry, "organization", latex(citation.publisher()));
		put(entry, "url", citation.url());
		put(entry, "keywords", citation.keywords().stream().map(BibTexFile::keyword).collect(Collectors.joining(", ")));
		put(entry, "note", latex(citation.note()));
		return entry;
	}

	private static void put(BibTeXEntry entry, String field, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			entry.addField(new Key(field), new StringValue(value, StringValue.Style.BRACED));
		}
	}

	private static @Nullable String latex(@Nullable String text) {
		return (text != null) ? LatexText.of(text) : null;
	}

	private static String name(Citation.Author author) {
		String name = LatexText.of(author.name());
		boolean whole = !author.person() || DIVIDED.matcher(author.name().toLowerCase(Locale.ROOT)).matches();
		return whole ? "{" + name + "}" : name;
	}

	private static String keyword(String tag) {
		return tag.contains(",") ? "{" + LatexText.of(tag) + "}" : LatexText.of(tag);
	}

}
