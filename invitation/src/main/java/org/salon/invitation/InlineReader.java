package org.salon.invitation;

import java.util.ArrayList;
import java.util.List;

import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Flattens the inline nodes of a block into segments. */
final class InlineReader {

	private final List<Segment> segments = new ArrayList<>();

	private final StringBuilder text = new StringBuilder();

	private int line;

	private @Nullable String anchor;

	private InlineReader(int line) {
		this.line = line;
	}

	static List<Segment> read(Node parent) {
		InlineReader reader = new InlineReader(InvitationDocument.line(parent));
		reader.readChildren(parent);
		reader.closeAnchor();
		reader.flush();
		return reader.segments;
	}

	// The parser bounds the depth of nesting, so the recursion is bounded too.
	private void readChildren(Node parent) {
		for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
			readNode(node);
		}
	}

	private void readNode(Node node) {
		switch (node) {
			case Text plain -> append(node, plain.getLiteral());
			case Code code -> readCode(code);
			case SoftLineBreak _ -> lineBreak();
			case HardLineBreak _ -> lineBreak();
			case HtmlInline html -> readHtml(html);
			case Image image -> target(plainText(image), image.getDestination(), true, InvitationDocument.line(node));
			case Link link -> readLink(link);
			default -> readChildren(node);
		}
	}

	private void append(Node node, String literal) {
		if (this.text.isEmpty()) {
			this.line = InvitationDocument.line(node);
		}
		this.text.append(literal);
	}

	private void readLink(Link link) {
		String label = plainText(link);
		if (link.getDestination().isBlank()) {
			append(link, label);
		}
		else {
			closeAnchor();
			flush();
			boolean literal = link.getFirstChild() instanceof Code && link.getFirstChild() == link.getLastChild();
			this.segments.add(new Segment.Target(clean(label), link.getDestination().strip(), false,
					InvitationDocument.line(link), link.getTitle(), literal));
		}
		// A picture may be the link's visible part.
		InvitationDocument.children(link).stream().filter(Image.class::isInstance).forEach(this::readNode);
	}

	private void readCode(Code code) {
		if (this.anchor != null) {
			append(code, code.getLiteral());
			return;
		}
		flush();
		this.segments.add(new Segment.Text(clean(code.getLiteral()), InvitationDocument.line(code), true));
	}

	private void readHtml(HtmlInline html) {
		HtmlTag tag = HtmlTag.of(html.getLiteral());
		if (tag == null) {
			return;
		}
		switch (tag.name()) {
			case "br" -> lineBreak();
			case "img" -> {
				if (!tag.attribute("src").isEmpty()) {
					target(tag.attribute("alt"), tag.attribute("src"), true, InvitationDocument.line(html));
				}
			}
			case "a" -> {
				closeAnchor();
				if (!tag.closing() && !tag.attribute("href").isEmpty()) {
					flush();
					this.line = InvitationDocument.line(html);
					this.anchor = tag.attribute("href");
				}
			}
			default -> {
			}
		}
	}

	private void target(String label, String address, boolean picture, int at) {
		closeAnchor();
		flush();
		this.segments.add(new Segment.Target(clean(label), address.strip(), picture, at));
	}

	private void closeAnchor() {
		if (this.anchor != null) {
			this.segments.add(new Segment.Target(clean(this.text.toString()), this.anchor, false, this.line));
			this.text.setLength(0);
			this.anchor = null;
		}
	}

	private void lineBreak() {
		closeAnchor();
		flush();
		this.segments.add(new Segment.Break(this.line));
	}

	private void flush() {
		if (!this.text.isEmpty()) {
			BareAddresses.split(clean(this.text.toString()), this.line, this.segments);
			this.text.setLength(0);
		}
	}

	static String plainText(Node parent) {
		StringBuilder plain = new StringBuilder();
		for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
			switch (node) {
				case Text text -> plain.append(text.getLiteral());
				case Code code -> plain.append(code.getLiteral());
				case SoftLineBreak _ -> plain.append(' ');
				case HardLineBreak _ -> plain.append(' ');
				default -> plain.append(plainText(node));
			}
		}
		return plain.toString();
	}

	/** Entities can smuggle in line ends, which must not reach a mail's subject. */
	private static String clean(String text) {
		StringBuilder clean = new StringBuilder(text.length());
		text.codePoints().forEach((point) -> {
			boolean surrogate = Character.getType(point) == Character.SURROGATE;
			boolean blank = Character.isISOControl(point) || Character.isWhitespace(point) || point == 0xA0;
			boolean kept = !surrogate && point != TopicReader.LITERAL;
			clean.appendCodePoint(!kept ? 0xFFFD : blank ? ' ' : point);
		});
		return clean.toString();
	}

}
