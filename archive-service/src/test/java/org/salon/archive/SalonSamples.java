package org.salon.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

import org.salon.events.salon.Link;
import org.salon.events.salon.LinkKind;
import org.salon.events.salon.SalonState;
import org.salon.events.salon.SalonStatus;
import org.salon.events.salon.Speaker;
import org.salon.events.salon.TopicGroup;

/** Builds states of salons as the front office publishes them. */
public final class SalonSamples {

	public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private final int number;

	private String title = "Non-IID 数据集";

	private LocalDate date = LocalDate.of(2020, 5, 31);

	private Instant endsAt;

	private SalonStatus status = SalonStatus.ARCHIVED;

	private List<Speaker> speakers = List.of();

	private List<TopicGroup> groups = List.of();

	private List<Link> links = List.of();

	private List<String> notes = List.of();

	private String introduction;

	private String series;

	private SalonSamples(int number) {
		this.number = number;
	}

	public static SalonSamples salon(int number) {
		return new SalonSamples(number);
	}

	public SalonSamples title(String value) {
		this.title = value;
		return this;
	}

	public SalonSamples date(LocalDate value) {
		this.date = value;
		return this;
	}

	public SalonSamples announced(Instant end) {
		this.status = SalonStatus.ANNOUNCED;
		this.endsAt = end;
		this.date = LocalDate.ofInstant(end, ZONE);
		return this;
	}

	public SalonSamples cancelled() {
		this.status = SalonStatus.CANCELLED;
		return this;
	}

	public SalonSamples speaker(String name, String affiliation) {
		this.speakers = List.of(new Speaker(name, affiliation));
		return this;
	}

	public SalonSamples group(String tag, String... topics) {
		this.groups = Stream.concat(this.groups.stream(), Stream.of(new TopicGroup(tag, List.of(topics)))).toList();
		return this;
	}

	public SalonSamples link(String label, String url) {
		this.links = Stream.concat(this.links.stream(), Stream.of(new Link(label, url, LinkKind.REPLAY))).toList();
		return this;
	}

	public SalonSamples note(String note) {
		this.notes = List.of(note);
		return this;
	}

	public SalonSamples introduction(String markdown) {
		this.introduction = markdown;
		return this;
	}

	public SalonSamples series(String value) {
		this.series = value;
		return this;
	}

	public SalonState state() {
		Instant startsAt = (this.endsAt != null) ? this.endsAt.minusSeconds(7200) : null;
		return new SalonState(this.number, this.title, null, null, this.date, startsAt, this.endsAt, ZONE, this.status,
				this.speakers, List.of(), List.of(), this.introduction, "Ask for secret-join-text",
				List.of("https://example.org/secret-join-link"), false, null, null, this.groups, this.links, this.notes,
				0, null, null, null, this.series);
	}

}
