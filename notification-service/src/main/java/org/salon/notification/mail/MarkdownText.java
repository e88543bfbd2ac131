package org.salon.notification.mail;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Reads Markdown as text on one line: its words, without pictures' and links' addresses.
 */
final class MarkdownText {

	private final Parser parser = Parser.builder().build();

	String text(String markdown) {
		Words words = new Words();
		this.parser.parse(markdown).accept(words);
		return PlainText.line(words.text.toString());
	}

	private static final class Words extends AbstractVisitor {

		private final StringBuilder text = new StringBuilder();

		@Override
		public void visit(Text words) {
			this.text.append(words.getLiteral());
		}

		@Override
		public void visit(Code code) {
			this.text.append(code.getLiteral());
		}

		@Override
		public void visit(SoftLineBreak lineBreak) {
			this.text.append(' ');
		}

		@Override
		public void visit(HardLineBreak lineBreak) {
			this.text.append(' ');
		}

		@Override
		public void visit(Paragraph paragraph) {
			visitChildren(paragraph);
			this.text.append(' ');
		}

	}

}
