package org.salon.invitation;

import java.util.List;

/**
 * Reads the links among topics: one without a text of its own is named by what it
 * follows.
 */
final class ContentLinks {

	private static final int LONGEST_NAME = 500;

	private ContentLinks() {
	}

	static void read(List<Segment> cell, RowLinks row) {
		StringBuilder line = new StringBuilder();
		for (Segment segment : cell) {
			switch (segment) {
				case Segment.Text text -> {
					line.append(text.text());
					// A name is short; looking back over all of a hostile line would not
					// be.
					line.delete(0, Math.max(0, line.length() - LONGEST_NAME));
				}
				case Segment.Break _ -> line.setLength(0);
				case Segment.Target target -> {
					if (!target.unnamed() && !Labels.generic(target.label())) {
						row.add(target.address(), Labels.clean(target.label()));
					}
					else if (!row.contains(target.address())) {
						row.add(target.address(), Labels.clean(line.substring(TopicSplitter.lastStart(line))));
					}
				}
			}
		}
	}

}
