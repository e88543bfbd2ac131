package org.salon.registration.invitation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.salon.invitation.ArchivedSalon;
import org.salon.invitation.ParsedInvitation;
import org.salon.invitation.Warning;
import org.salon.invitation.WarningCode;
import org.salon.registration.salon.PastSalon;
import org.salon.registration.salon.PastSalonDesk;

/**
 * The rows of a table as past salons. One that still has a number which its salon gave up
 * is of that salon, if it tells of it; else it is of another one, that takes the number.
 */
record ImportedRows(List<PastSalon> salons, List<Warning> warnings) {

	static ImportedRows of(ParsedInvitation parsed, PastSalonDesk desk) {
		Map<Integer, Integer> former = desk.formerNumbers();
		List<PastSalon> salons = new ArrayList<>();
		List<Warning> warnings = new ArrayList<>();
		for (ArchivedSalon row : parsed.archived()) {
			PastSalon past = past(row);
			Integer present = former.get(row.number());
			Optional<PastSalon> renumbered = (present != null) ? desk.renumbered(past, present) : Optional.empty();
			salons.add(renumbered.orElse(past));
			if (present != null) {
				warnings.add(new Warning(row.line(),
						renumbered.isPresent() ? WarningCode.ROW_RENUMBERED : WarningCode.ROW_NUMBER_GIVEN_UP,
						List.of(Integer.toString(row.number()), Integer.toString(present))));
			}
		}
		return new ImportedRows(salons, warnings);
	}

	ParsedInvitation warning(ParsedInvitation parsed) {
		List<Warning> all = Stream.concat(parsed.warnings().stream(), this.warnings.stream())
			.sorted(Comparator.comparingInt(Warning::line))
			.toList();
		return new ParsedInvitation(parsed.salon(), parsed.archived(), all);
	}

	private static PastSalon past(ArchivedSalon row) {
		List<org.salon.events.salon.TopicGroup> groups = row.groups()
			.stream()
			.map((group) -> new org.salon.events.salon.TopicGroup(group.tag(), group.topics()))
			.toList();
		List<org.salon.events.salon.Link> links = row.links()
			.stream()
			.map((link) -> new org.salon.events.salon.Link(link.label(), link.url(),
					org.salon.events.salon.LinkKind.valueOf(link.kind().name())))
			.toList();
		return new PastSalon(row.number(), row.date(), InvitationImport.ZONE, groups, links, row.notes(), row.series());
	}

}
