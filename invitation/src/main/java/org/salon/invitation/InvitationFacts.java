package org.salon.invitation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** What an invitation says, sorted by what it says it about. */
final class InvitationFacts {

	private final Map<Field, List<TextLine>> lines = new EnumMap<>(Field.class);

	private final Map<Field, List<Node>> prose = new EnumMap<>(Field.class);

	private final Findings findings;

	private InvitationFacts(Findings findings) {
		this.findings = findings;
	}

	static InvitationFacts read(List<Section> sections, Findings findings) {
		InvitationFacts facts = new InvitationFacts(findings);
		sections.forEach(facts::read);
		return facts;
	}

	/** The lines that have something in them. */
	List<TextLine> lines(Field field) {
		return this.lines.getOrDefault(field, List.of());
	}

	/** The blocks to be kept as Markdown. */
	List<Node> prose(Field field) {
		return this.prose.getOrDefault(field, List.of());
	}

	private void read(Section section) {
		if (section.field() == Field.REVIEW) {
			return;
		}
		if (section.field().prose()) {
			this.prose.computeIfAbsent(section.field(), (_) -> new ArrayList<>())
				.addAll(section.blocks().stream().filter((block) -> !ArchiveTables.lists(block)).toList());
		}
		else if (section.field().holdsFacts()) {
			readFacts(section);
		}
		else {
			section.lines().forEach((line) -> readLine(section.field(), line));
		}
	}

	private void readLine(Field field, TextLine line) {
		Split split = Split.of(line.text());
		if (field == Field.JOIN && split != null && split.field() == Field.TIME) {
			put(Field.TIME, line.withText(split.value()));
		}
		else {
			put(field, line);
		}
	}

	private void readFacts(Section section) {
		Field open = null;
		int openItem = -1;
		boolean unused = false;
		for (TextLine line : section.lines()) {
			Split split = Split.of(line.text());
			if (split != null) {
				put(split.field(), line.withText(split.value()));
				boolean goesOn = line.item() >= 0 || split.value().isBlank();
				open = goesOn ? split.field() : null;
				openItem = line.item();
			}
			else if (open != null && openItem == line.item()) {
				put(open, line);
			}
			else {
				open = null;
				unused |= leftOver(section, line);
			}
		}
		if (unused) {
			this.findings.add(section.line(), WarningCode.SECTION_NOT_UNDERSTOOD, section.heading());
		}
	}

	/** Whether a line of no known kind makes its whole section worth a warning. */
	private boolean leftOver(Section section, TextLine line) {
		if (line.text().isBlank()) {
			return false;
		}
		if (section.field() == Field.UNKNOWN) {
			if (SalonNumber.in(line.text()) != null) {
				put(Field.PREAMBLE, line);
			}
			return true;
		}
		if (line.item() >= 0) {
			this.findings.add(line.number(), WarningCode.FACT_NOT_UNDERSTOOD, line.text());
		}
		else {
			put(Field.PREAMBLE, line);
		}
		return false;
	}

	private void put(Field field, TextLine line) {
		if (!line.blank()) {
			this.lines.computeIfAbsent(field, (_) -> new ArrayList<>()).add(line);
		}
	}

	/** A line such as "Theme: …". */
	private record Split(Field field, String value) {

		static @Nullable Split of(String text) {
			int colon = Labels.colon(text);
			Field field = (colon > 0) ? Field.named(text.substring(0, colon)) : null;
			return (field != null) ? new Split(field, text.substring(colon + 1).strip()) : null;
		}

	}

}
