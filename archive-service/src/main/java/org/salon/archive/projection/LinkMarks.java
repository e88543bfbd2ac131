package org.salon.archive.projection;

import java.util.List;

import org.salon.archive.salon.DeadLink;
import org.salon.archive.salon.PlainText;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.UnusableSalon;
import org.salon.events.salon.LinksChecked;

/** The dead links of a salon after a check. */
record LinkMarks(int number, long version, List<DeadLink> dead) {

	LinkMarks {
		if (number < 1 || number > Salon.MAX_NUMBER) {
			throw new UnusableSalon("number " + number + " is not within 1 to " + Salon.MAX_NUMBER);
		}
	}

	/**
	 * What the event says.
	 * @throws UnusableSalon if the archive cannot hold it
	 */
	static LinkMarks of(LinksChecked checked, long version) {
		return new LinkMarks(checked.salonNumber(), version, checked.dead()
			.stream()
			// As the salon's own links are stored, so that they meet.
			.map((link) -> new DeadLink(PlainText.storable(link.url()), DeadLink.Reason.valueOf(link.reason().name()),
					link.since()))
			.toList());
	}

}
