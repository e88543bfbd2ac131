package org.salon.archive.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.salon.archive.salon.Link;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.Speaker;
import org.salon.archive.salon.Status;
import org.salon.archive.salon.TopicGroup;

/**
 * The archive as one JSON document. It says nothing of when or where it was written, so
 * that equal archives give equal bytes.
 *
 * @param format of the document; readers refuse what they do not know
 * @param salons by number
 */
record ArchiveDocument(String format, List<Item> salons) {

	private static final String FORMAT = "salon-archive/1";

	static ArchiveDocument of(List<Salon> salons, Instant now) {
		return new ArchiveDocument(FORMAT, salons.stream().map((salon) -> Item.of(salon, now)).toList());
	}

	/**
	 * One salon.
	 *
	 * @param topics of all groups
	 * @param tags of all groups, each once
	 */
	record Item(int number, LocalDate date, String title, Status status, @Nullable String host,
			@Nullable Instant startsAt, @Nullable Instant endsAt, ZoneId zone, List<Speaker> speakers,
			List<String> papers, List<String> outline, @Nullable String introduction, List<TopicGroup> groups,
			List<String> topics, List<String> tags, List<Link> links, List<String> notes, @Nullable String series) {

		static Item of(Salon salon, Instant now) {
			return new Item(salon.number(), salon.date(), salon.title(), salon.statusAt(now), salon.host(),
					salon.startsAt(), salon.endsAt(), salon.zone(), salon.speakers(), salon.papers(), salon.outline(),
					salon.introduction(), salon.groups(), salon.topics(), salon.tags(), salon.links(), salon.notes(),
					salon.series());
		}

	}

}
