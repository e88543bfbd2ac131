package org.salon.invitation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.salon.invitation.InvalidInvitation.Reason;

/** Reads invitations. Takes time in proportion to the text, whatever stands in it. */
public final class InvitationParser {

	private InvitationParser() {
	}

	/**
	 * Reads the coming salon and the past ones.
	 *
	 * <p>
	 * Nothing of the text is left out without a warning that names its line, but for the
	 * words of the greeting. Rows carry no year: they are counted back from the coming
	 * salon's date, from the last row up.
	 * @throws InvalidInvitation if the text cannot be imported as it is
	 */
	public static ParsedInvitation parse(String markdown, ParseOptions options) {
		InvitationDocument document = InvitationDocument.parse(markdown);
		Findings findings = new Findings();
		LinkAudit.of(document.root(), findings);
		List<Section> sections = Section.of(document.blocks());
		ArchiveTables tables = new ArchiveTables(document, findings);
		List<RowDraft> rows = tables.read(sections);
		InvitationFacts facts = InvitationFacts.read(sections, findings);
		ComingSalon salon = null;
		if (rows.isEmpty() || SalonReader.announced(facts)) {
			salon = new SalonReader(facts, new MarkdownSource(document), options, findings).read();
		}
		else {
			findings.add(1, WarningCode.NO_COMING_SALON);
		}
		if (rows.isEmpty()) {
			findings.add(1, WarningCode.NO_TABLE);
		}
		List<ArchivedSalon> archived = dated(withoutComing(rows, salon, findings), salon, options, findings);
		tables.warnOfGaps(archived, salon);
		return new ParsedInvitation(salon, archived, findings.byLine());
	}

	/** A salon that is still to come cannot have been held already. */
	private static List<RowDraft> withoutComing(List<RowDraft> rows, @Nullable ComingSalon salon, Findings findings) {
		List<RowDraft> past = new ArrayList<>();
		for (RowDraft row : rows) {
			if (salon != null && row.number() == salon.number()) {
				findings.add(row.line(), WarningCode.ROW_OF_COMING_SALON, row.number());
			}
			else {
				past.add(row);
			}
		}
		return past;
	}

	private static List<ArchivedSalon> dated(List<RowDraft> rows, @Nullable ComingSalon salon, ParseOptions options,
			Findings findings) {
		LocalDate before = (salon != null) ? salon.startsAt().toLocalDate() : options.date();
		if (before == null) {
			for (RowDraft row : rows) {
				if (row.day().year() == null) {
					throw new InvalidInvitation(row.line(), Reason.ROW_YEARS_UNKNOWN, row.number());
				}
			}
			before = options.today();
		}
		return new RowYears(findings).dated(rows, before, (salon != null) ? salon.series() : null);
	}

}
