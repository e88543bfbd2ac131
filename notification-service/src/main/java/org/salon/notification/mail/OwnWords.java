package org.salon.notification.mail;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import org.salon.notification.mail.InvalidWords.Problem;

/**
 * Subject and first paragraphs of a mail as the operator wrote them, in Mustache: values
 * and sections, no logic, no code. What is not known, or could go on without end, is
 * refused when it is compiled, so that nothing can go wrong when it is sent. How the mail
 * looks, its facts, its links and why it came stay as they are: no template can lose the
 * link to unsubscribe.
 */
public final class OwnWords {

	/** Characters of the subject's template. */
	public static final int LONGEST_SUBJECT = 200;

	/** Characters of the body's template. */
	public static final int LONGEST_BODY = 5_000;

	private static final int LONGEST_TEXT = 20_000;

	/** More lists than that within each other would multiply without saying more. */
	private static final int MOST_LISTS = 2;

	private static final Mustache.Compiler COMPILER = Mustache.compiler()
		.escapeHTML(false)
		.emptyStringIsFalse(true)
		.strictSections(true)
		.withLoader((name) -> {
			throw new MustacheException("other templates cannot be included: " + name);
		})
		.withCollector(new MapsOnly());

	private final Template subject;

	private final Template body;

	private OwnWords(Template subject, Template body) {
		this.subject = subject;
		this.body = body;
	}

	/**
	 * Words that can be said of every mail.
	 * @throws InvalidWords that says which field is wrong, and why
	 */
	public static OwnWords compile(String subject, String body) {
		if (subject.lines().count() > 1) {
			throw new InvalidWords("subject", Problem.LINES, "", "a subject has one line");
		}
		return new OwnWords(template("subject", subject, LONGEST_SUBJECT), template("body", body, LONGEST_BODY));
	}

	String subject(Map<String, Object> values) {
		return PlainText.line(said(this.subject, values));
	}

	/** The paragraphs: each line is one. */
	List<String> body(Map<String, Object> values) {
		return Arrays.stream(said(this.body, values).split("\\R"))
			.map(PlainText::line)
			.filter((line) -> !line.isEmpty())
			.toList();
	}

	private static Template template(String field, String text, int longest) {
		if (text.isBlank()) {
			throw new InvalidWords(field, Problem.EMPTY, "", "must not be empty");
		}
		if (text.length() > longest) {
			throw new InvalidWords(field, Problem.LONG, longest, "at most " + longest + " characters");
		}
		if (text.indexOf('\0') >= 0) {
			throw new InvalidWords(field, Problem.NO_TEXT, "", "must be text");
		}
		try {
			Template template = COMPILER.compile(text);
			Names names = new Names(field);
			template.visit(names);
			names.check();
			said(template, LetterValues.EMPTY);
			return template;
		}
		catch (MustacheException ex) {
			String message = String.valueOf(ex.getMessage());
			throw new InvalidWords(field, Problem.SYNTAX, message, message);
		}
	}

	private static String said(Template template, Map<String, Object> values) {
		Writer text = new Limited();
		template.execute(values, text);
		return text.toString();
	}

	/** Reads maps, and no methods or fields of whatever is in them. */
	private static final class MapsOnly extends BasicCollector {

		@Override
		public <K, V> Map<K, V> createFetcherCache() {
			return new HashMap<>();
		}

	}

	/** Which values a template asks for. */
	private static final class Names implements Mustache.Visitor {

		private final String field;

		private final TreeSet<String> unknown = new TreeSet<>();

		private int lists;

		Names(String field) {
			this.field = field;
		}

		@Override
		public void visitText(String text) {
			if (text.contains("{{")) {
				String open = text.substring(text.indexOf("{{"));
				throw new InvalidWords(this.field, Problem.OPEN, open, "a value is not closed: " + open);
			}
		}

		@Override
		public void visitVariable(String name) {
			note(name);
		}

		@Override
		public boolean visitInclude(String name) {
			throw new InvalidWords(this.field, Problem.INCLUDE, name, "other templates cannot be included: " + name);
		}

		@Override
		public boolean visitSection(String name) {
			if (name.equals(LetterValues.SPEAKERS)) {
				this.lists++;
			}
			note(name);
			return true;
		}

		@Override
		public boolean visitInvertedSection(String name) {
			note(name);
			return true;
		}

		private void note(String name) {
			if (!LetterValues.NAMES.contains(name)) {
				this.unknown.add(name);
			}
		}

		private void check() {
			if (!this.unknown.isEmpty()) {
				String names = String.join(", ", this.unknown);
				throw new InvalidWords(this.field, Problem.UNKNOWN, names,
						"unknown: " + names + "; there are " + String.join(", ", new TreeSet<>(LetterValues.NAMES)));
			}
			if (this.lists > MOST_LISTS) {
				throw new InvalidWords(this.field, Problem.LISTS, MOST_LISTS,
						"the list of speakers at most " + MOST_LISTS + " times");
			}
		}

	}

	/** Takes no more than a mail should have. */
	private static final class Limited extends Writer {

		private final StringWriter text = new StringWriter();

		@Override
		public void write(char[] characters, int start, int length) throws IOException {
			if (this.text.getBuffer().length() + length > LONGEST_TEXT) {
				throw new IOException("longer than " + LONGEST_TEXT + " characters");
			}
			this.text.write(characters, start, length);
		}

		@Override
		public void flush() {
			// It is in memory.
		}

		@Override
		public void close() {
			// It is in memory.
		}

		@Override
		public String toString() {
			return this.text.toString();
		}

	}

}
