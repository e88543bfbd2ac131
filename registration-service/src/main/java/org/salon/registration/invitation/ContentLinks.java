package org.salon.registration.invitation;

import java.util.List;

/**
 * Reads the links among topics: one without a text of its own is named by what it
 * follows.
 */
final class ContentLinks {

	private ContentLinks() {
	}

	static void read(List<Segment> cell, RowLinks row) {
		StringBuilder line = new StringBuilder();
		for (Segment segment : cell) {
			switch (segment) {
				case Segment.Text text -> line.append(text.text());
				case Segment.Break _ -> line.setLength(0);
				case Segment.Target target -> {
					boolean named = !target.unnamed() && !Labels.generic(target.label());
					row.add(target.address(),
							Labels.clean(named ? target.label() : line.substring(TopicSplitter.lastStart(line))));
				}
			}
		}
	}

}
