package org.salon.archive.projection;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.salon.archive.salon.Link;
import org.salon.archive.salon.LinkKind;
import org.salon.archive.salon.PlainText;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.Speaker;
import org.salon.archive.salon.Status;
import org.salon.archive.salon.TopicGroup;
import org.salon.events.salon.SalonState;
import org.salon.events.salon.SalonStatus;

/** Reads the archive's own salon out of the published state. */
final class SalonReader {

	private SalonReader() {
	}

	/**
	 * The salon of that state.
	 * @throws org.salon.archive.salon.UnusableSalon if the archive cannot hold it
	 */
	static Salon read(SalonState state) {
		return new Salon(state.number(), PlainText.storable(state.title()), state.date(), status(state.status()),
				storable(state.host()), state.startsAt(), state.endsAt(), state.zone(), speakers(state),
				storable(state.papers()), storable(state.outline()), storable(state.introduction()), groups(state),
				links(state), storable(state.notes()), storable(state.series()));
	}

	private static Status status(SalonStatus status) {
		return switch (status) {
			case ANNOUNCED -> Status.ANNOUNCED;
			case HELD -> Status.HELD;
			case ARCHIVED -> Status.ARCHIVED;
			case CANCELLED -> Status.CANCELLED;
		};
	}

	private static List<Speaker> speakers(SalonState state) {
		return state.speakers()
			.stream()
			.map((speaker) -> new Speaker(PlainText.storable(speaker.name()), storable(speaker.affiliation())))
			.toList();
	}

	private static List<TopicGroup> groups(SalonState state) {
		return state.groups()
			.stream()
			.map((group) -> new TopicGroup(storable(group.tag()), storable(group.topics())))
			.toList();
	}

	private static List<Link> links(SalonState state) {
		return state.links()
			.stream()
			.map((link) -> new Link(PlainText.storable(link.label()), PlainText.storable(link.url()),
					kind(link.kind())))
			.toList();
	}

	private static LinkKind kind(org.salon.events.salon.LinkKind kind) {
		return switch (kind) {
			case REPLAY -> LinkKind.REPLAY;
			case SLIDES -> LinkKind.SLIDES;
			case PAPER -> LinkKind.PAPER;
			case COURSE -> LinkKind.COURSE;
			case CODE -> LinkKind.CODE;
			case MATERIAL -> LinkKind.MATERIAL;
			case OTHER -> LinkKind.OTHER;
		};
	}

	private static List<String> storable(List<String> texts) {
		return texts.stream().map(PlainText::storable).toList();
	}

	private static @Nullable String storable(@Nullable String text) {
		return (text != null) ? PlainText.storable(text) : null;
	}

}
