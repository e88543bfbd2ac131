package org.salon.invitation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the topics of a cell, each under the 【tag】 before it. */
final class TopicReader {

	/** The key of topics before any tag; no tag is empty. */
	private static final String UNTAGGED = "";

	/** Stands for a code span, which is no text to be taken apart. */
	static final char LITERAL = '\uFFFC';

	private final Map<String, List<String>> groups = new LinkedHashMap<>();

	private final List<String> notes = new ArrayList<>();

	private String tag = UNTAGGED;

	/** The code spans of the line, in order. */
	private final List<String> literals = new ArrayList<>();

	static TopicReader read(List<Segment> cell) {
		TopicReader reader = new TopicReader();
		StringBuilder line = new StringBuilder();
		for (Segment segment : cell) {
			switch (segment) {
				case Segment.Text text -> reader.append(text, line);
				case Segment.Target target -> reader.appendLabel(target, line);
				case Segment.Break _ -> {
					reader.readLine(line.toString());
					line.setLength(0);
				}
			}
		}
		reader.readLine(line.toString());
		return reader;
	}

	/**
	 * What is no topic but a link's label is taken off again: "…；回放：" before an address.
	 */
	private void appendLabel(Segment.Target target, StringBuilder line) {
		if (Labels.endsWithColon(line)) {
			line.setLength(TopicSplitter.lastStart(line));
			long left = line.chars().filter((character) -> character == LITERAL).count();
			this.literals.subList((int) left, this.literals.size()).clear();
		}
		else if (!target.picture() && !target.unnamed() && !Labels.generic(target.label())) {
			line.append(target.label());
		}
	}

	private void append(Segment.Text text, StringBuilder line) {
		if (text.literal()) {
			this.literals.add(text.text().strip());
			line.append(LITERAL);
		}
		else {
			line.append(text.text());
		}
	}

	private void readLine(String line) {
		int at = 0;
		while (at < line.length()) {
			int open = line.indexOf('【', at);
			int close = (open < 0) ? -1 : line.indexOf('】', open);
			if (close < 0) {
				break;
			}
			addTopics(line.substring(at, open));
			this.tag = restored(line.substring(open + 1, close).strip());
			if (!this.tag.isEmpty()) {
				topics();
			}
			at = close + 1;
		}
		addTopics(line.substring(at));
		this.literals.clear();
	}

	/** With the next code spans in their places: a line is read from left to right. */
	private String restored(String text) {
		StringBuilder restored = new StringBuilder();
		text.chars().forEach((character) -> {
			if (character == LITERAL) {
				restored.append(this.literals.removeFirst());
			}
			else {
				restored.append((char) character);
			}
		});
		return restored.toString();
	}

	private void addTopics(String text) {
		for (String topic : TopicSplitter.split(text)) {
			if (Labels.bracketed(topic)) {
				this.notes.add(restored(Labels.unbracketed(topic)));
			}
			else {
				topics().add(restored(topic));
			}
		}
	}

	private List<String> topics() {
		return this.groups.computeIfAbsent(this.tag, (_) -> new ArrayList<>());
	}

	List<TopicGroup> groups() {
		return this.groups.entrySet()
			.stream()
			.map((group) -> new TopicGroup(group.getKey().equals(UNTAGGED) ? null : group.getKey(), group.getValue()))
			.toList();
	}

	List<String> notes() {
		return this.notes;
	}

}
