package org.salon.archive.export;

import java.util.List;

import org.salon.archive.salon.Salon;
import org.salon.archive.salon.Status;
import org.salon.invitation.ArchiveTable;
import org.salon.invitation.ArchivedSalon;
import org.salon.invitation.Link;
import org.salon.invitation.LinkKind;
import org.salon.invitation.TopicGroup;

/** Salons as the rows of an invitation's table. */
final class TableRows {

	private TableRows() {
	}

	/** The rows, to be written by {@link ArchiveTable}. */
	static List<ArchivedSalon> of(List<Salon> salons) {
		return salons.stream().map(TableRows::row).toList();
	}

	private static ArchivedSalon row(Salon salon) {
		List<TopicGroup> groups = salon.groups()
			.stream()
			.map((group) -> new TopicGroup(group.tag(), group.topics()))
			.toList();
		// A salon that the system itself ran may have no topics but always has a theme.
		boolean themed = groups.isEmpty() && salon.status() != Status.ARCHIVED;
		List<Link> links = salon.links()
			.stream()
			.map((link) -> new Link(link.label(), link.url(), LinkKind.valueOf(link.kind().name())))
			.toList();
		return new ArchivedSalon(salon.number(), salon.date(),
				themed ? List.of(new TopicGroup(null, List.of(salon.title()))) : groups, links, salon.notes(),
				salon.series(), 0);
	}

}
