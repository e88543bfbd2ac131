package org.salon.invitation;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** Warns of every link that is left out and every picture that is not fetched. */
final class LinkAudit {

	private LinkAudit() {
	}

	static void of(Node node, Findings findings) {
		if (node instanceof Paragraph || node instanceof Heading || node instanceof TableCell) {
			for (Segment segment : InlineReader.read(node)) {
				if (segment instanceof Segment.Target target) {
					judge(target, findings);
				}
			}
			return;
		}
		InvitationDocument.children(node).forEach((child) -> of(child, findings));
	}

	private static void judge(Segment.Target target, Findings findings) {
		WarningCode refusal = WebAddress.refusal(target.address());
		if (refusal != null) {
			findings.add(target.line(), refusal, target.address());
		}
		else if (target.picture()) {
			findings.add(target.line(), WarningCode.REMOTE_PICTURE, target.address());
		}
	}

}
