package org.salon.invitation;

import java.util.ArrayList;
import java.util.List;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * Cuts passages out of the source. Links that no reader may be led to become their text,
 * and links by reference are written out, since their definition may stand elsewhere.
 */
record MarkdownSource(InvitationDocument document) {

	private static final String ESCAPED = "\\`*_[]<>!&";

	/** The blocks as written; null if nothing is in them. */
	@Nullable String of(List<Node> blocks) {
		List<String> passages = new ArrayList<>();
		for (Node block : blocks) {
			// A paragraph of anchors only is a jump mark left behind by an editor.
			if (block instanceof TableBlock || TextLine.of(block).stream().anyMatch((line) -> !line.blank())) {
				passages.add(passage(block));
			}
		}
		return passages.isEmpty() ? null : String.join("\n\n", passages);
	}

	private String passage(Node block) {
		StringBuilder passage = new StringBuilder();
		int done = InvitationDocument.start(block);
		List<Node> replaced = new ArrayList<>();
		collect(block, replaced);
		for (Node node : replaced) {
			passage.append(this.document.source(), done, InvitationDocument.start(node)).append(replacement(node));
			done = InvitationDocument.end(node);
		}
		passage.append(this.document.source(), done, InvitationDocument.end(block));
		return passage.toString().strip().replace("\r\n", "\n");
	}

	private void collect(Node parent, List<Node> replaced) {
		for (Node node : InvitationDocument.children(parent)) {
			if (!node.getSourceSpans().isEmpty() && isReplaced(node)) {
				replaced.add(node);
			}
			else {
				collect(node, replaced);
			}
		}
	}

	private boolean isReplaced(Node node) {
		return switch (node) {
			case Link link -> refused(link.getDestination()) || byReference(link);
			case Image image -> refused(image.getDestination()) || byReference(image);
			case HtmlInline html -> refusedTag(html);
			default -> false;
		};
	}

	private static boolean refused(String address) {
		return !address.isBlank() && WebAddress.refusal(address) != null;
	}

	private static boolean refusedTag(HtmlInline html) {
		HtmlTag tag = HtmlTag.of(html.getLiteral());
		return tag != null && (refused(tag.attribute("href")) || refused(tag.attribute("src")));
	}

	private boolean byReference(Node node) {
		return this.document.source().charAt(InvitationDocument.end(node) - 1) == ']';
	}

	private static String replacement(Node node) {
		String text = escaped(InlineReader.plainText(node));
		return switch (node) {
			case Link link when !refused(link.getDestination()) -> "[" + text + "](<" + link.getDestination() + ">)";
			case Image image when !refused(image.getDestination()) ->
				"![" + text + "](<" + image.getDestination() + ">)";
			default -> text;
		};
	}

	// Text that was escaped within a link would come alive again outside of it.
	private static String escaped(String text) {
		StringBuilder escaped = new StringBuilder();
		for (char character : text.toCharArray()) {
			escaped.append((ESCAPED.indexOf(character) >= 0) ? "\\" : "").append(character);
		}
		return escaped.toString();
	}

}
