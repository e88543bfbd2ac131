package org.salon.archive.export;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.salon.archive.salon.Link;
import org.salon.archive.salon.LinkKind;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.Status;
import org.salon.archive.salon.TopicGroup;

/** Salons to be written. */
final class Samples {

	private Samples() {
	}

	static Salon salon(int number, LocalDate date, List<TopicGroup> groups, List<Link> links, List<String> notes) {
		return new Salon(number, "Salon " + number, date, Status.ARCHIVED, null, null, null, ZoneId.of("Asia/Shanghai"),
				List.of(), List.of(), List.of(), null, groups, links, notes, null);
	}

	static Salon salon(int number, LocalDate date) {
		return salon(number, date, List.of(new TopicGroup("论文分享", List.of("topic " + number))), List.of(), List.of());
	}

	static Link link(String label, String url) {
		return new Link(label, url, LinkKind.REPLAY);
	}

}
