package org.salon.invitation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.salon.invitation.InvalidInvitation.Reason;

/** Puts the coming salon together from what the invitation says. */
final class SalonReader {

	private static final Pattern POINT = Pattern
		.compile("^(?:\\d{1,2}\\s?[.．、)）](?!\\d)|[（(]\\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}、|[-–•·])\\s*+");

	private final InvitationFacts facts;

	private final MarkdownSource source;

	private final ParseOptions options;

	private final Findings findings;

	SalonReader(InvitationFacts facts, MarkdownSource source, ParseOptions options, Findings findings) {
		this.facts = facts;
		this.source = source;
		this.options = options;
		this.findings = findings;
	}

	/** Whether the text announces a salon at all. */
	static boolean announced(InvitationFacts facts) {
		boolean numbered = facts.lines(Field.PREAMBLE).stream().anyMatch((line) -> SalonNumber.in(line.text()) != null);
		return numbered || !facts.lines(Field.THEME).isEmpty() || !facts.lines(Field.TIME).isEmpty();
	}

	ComingSalon read() {
		int number = number();
		Schedule schedule = Schedule.of(this.facts.lines(Field.TIME), this.facts.lines(Field.PREAMBLE), this.options,
				this.findings);
		List<Speaker> speakers = SpeakerReader.read(this.facts.lines(Field.SPEAKERS));
		if (speakers.isEmpty()) {
			this.findings.add(1, WarningCode.SPEAKERS_MISSING);
		}
		List<String> papers = points(Field.PAPERS);
		List<String> joinLinks = joinLinks();
		String joinText = joinText();
		if (joinText == null && joinLinks.isEmpty() && this.facts.lines(Field.SIGN_UP).isEmpty()) {
			this.findings.add(1, WarningCode.JOIN_MISSING);
		}
		warnOfLostLinks();
		return new ComingSalon(number, title(papers, number), lines(Field.HOST, "; "), lines(Field.FORMAT, "; "),
				schedule.startsAt(), schedule.endsAt(), this.options.zone(), schedule.yearInferred(), speakers, papers,
				points(Field.OUTLINE), prose(Field.INTRODUCTION), joinText, joinLinks, prose(Field.ABOUT), series());
	}

	/** The first number counts, which is the title's where there is one. */
	private int number() {
		List<TextLine> named = this.facts.lines(Field.PREAMBLE)
			.stream()
			.filter((line) -> SalonNumber.in(line.text()) != null)
			.toList();
		if (named.isEmpty()) {
			throw new InvalidInvitation(1, Reason.NO_NUMBER);
		}
		TextLine first = named.getFirst();
		Integer number = SalonNumber.in(first.text());
		if (number == null || number < 1 || number > SalonNumber.MAX) {
			throw new InvalidInvitation(first.number(), Reason.NO_NUMBER);
		}
		boolean repeated = named.stream().skip(1).anyMatch((line) -> number.equals(SalonNumber.in(line.text())));
		if (named.size() > 1 && !repeated) {
			TextLine other = named.get(1);
			this.findings.add(other.number(), WarningCode.NUMBERS_DIFFER, number, first.number(),
					String.valueOf(SalonNumber.in(other.text())));
		}
		return number;
	}

	/** Without the lines that are an address and nothing else: it is one of the links. */
	private @Nullable String joinText() {
		String text = this.facts.lines(Field.JOIN)
			.stream()
			.filter((line) -> line.targets().stream().noneMatch((target) -> target.address().equals(line.text())))
			.map(TextLine::text)
			.filter((line) -> !line.isBlank())
			.collect(Collectors.joining("\n"));
		return text.isEmpty() ? null : text;
	}

	private @Nullable String series() {
		return this.facts.lines(Field.PREAMBLE)
			.stream()
			.filter((line) -> SalonNumber.in(line.text()) != null)
			.findFirst()
			.map((line) -> Series.ofTitle(line.text()))
			.orElse(null);
	}

	private String title(List<String> papers, int number) {
		String theme = lines(Field.THEME, " ");
		if (theme != null) {
			return theme;
		}
		String substitute = papers.isEmpty() ? this.facts.lines(Field.PREAMBLE)
			.stream()
			.map(TextLine::text)
			.filter((text) -> SalonNumber.in(text) != null)
			.findFirst()
			.orElse(String.valueOf(number)) : papers.getFirst();
		this.findings.add(1, WarningCode.THEME_MISSING, substitute);
		return substitute;
	}

	private @Nullable String lines(Field field, String separator) {
		String text = this.facts.lines(field)
			.stream()
			.map(TextLine::text)
			.filter((line) -> !line.isBlank())
			.collect(Collectors.joining(separator));
		return text.isEmpty() ? null : text;
	}

	/**
	 * The lines of a list, whether Markdown's or a typist's, with the addresses in them.
	 */
	private List<String> points(Field field) {
		List<String> points = new ArrayList<>();
		for (TextLine line : this.facts.lines(field)) {
			StringBuilder point = new StringBuilder(POINT.matcher(line.text()).replaceFirst(""));
			kept(line).filter((target) -> !target.unnamed())
				.forEach((target) -> point.append(point.isEmpty() ? "" : " ").append(target.address()));
			if (!point.isEmpty()) {
				points.add(point.toString());
			}
		}
		return points;
	}

	private List<String> joinLinks() {
		Set<String> links = new LinkedHashSet<>();
		for (Field field : List.of(Field.FORMAT, Field.JOIN)) {
			for (TextLine line : this.facts.lines(field)) {
				line.targets()
					.stream()
					.map(Segment.Target::address)
					.filter((address) -> WebAddress.refusal(address) == null)
					.forEach(links::add);
			}
		}
		return List.copyOf(links);
	}

	private @Nullable String prose(Field field) {
		String blocks = this.source.of(this.facts.prose(field));
		return (blocks != null) ? blocks : lines(field, "\n\n");
	}

	private void warnOfLostLinks() {
		for (Field field : List.of(Field.PREAMBLE, Field.THEME, Field.HOST, Field.SPEAKERS, Field.TIME)) {
			for (TextLine line : this.facts.lines(field)) {
				kept(line).filter((target) -> !target.unnamed() || field == Field.PREAMBLE)
					.forEach((target) -> this.findings.add(line.number(), WarningCode.LINK_NOT_KEPT, target.address()));
			}
		}
	}

	private static Stream<Segment.Target> kept(TextLine line) {
		return line.targets()
			.stream()
			.filter((target) -> !target.picture() && WebAddress.refusal(target.address()) == null);
	}

}
