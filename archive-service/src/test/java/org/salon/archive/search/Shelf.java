package org.salon.archive.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;

import org.salon.archive.salon.Entry;
import org.salon.archive.salon.Link;
import org.salon.archive.salon.LinkKind;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.SalonPage;
import org.salon.archive.salon.SalonQuery;
import org.salon.archive.salon.Speaker;
import org.salon.archive.salon.Status;
import org.salon.archive.salon.TopicGroup;

/** An index in memory and what is asked of it in tests. */
final class Shelf implements AutoCloseable {

	static final Instant NOW = Instant.parse("2021-01-01T12:00:00Z");

	private final SalonIndex index = new SalonIndex();

	/** Puts salons there, each with a title and what else it has. */
	Shelf put(Entry... entries) {
		for (Entry entry : entries) {
			this.index.put(entry);
		}
		this.index.publish();
		return this;
	}

	List<Integer> numbers(String text) {
		return numbers(find(text));
	}

	static List<Integer> numbers(SalonPage page) {
		return page.found().stream().map((found) -> found.entry().salon().number()).toList();
	}

	SalonPage find(String text) {
		return find(text(text));
	}

	SalonPage find(SalonQuery query) {
		return find(query, NOW);
	}

	SalonPage find(SalonQuery query, Instant now) {
		try (IndexSnapshot snapshot = this.index.acquire()) {
			return snapshot.find(query, now);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<Integer> related(int number) {
		try (IndexSnapshot snapshot = this.index.acquire()) {
			return snapshot.related(number, 4, NOW).stream().map((entry) -> entry.salon().number()).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String state(Instant now) {
		try (IndexSnapshot snapshot = this.index.acquire()) {
			return snapshot.state(now);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static SalonQuery text(String text) {
		return new SalonQuery(text, null, null, null, false, null, null, 0, 50);
	}

	static Entry titled(int number, String title) {
		return salon(number, title, (salon) -> salon);
	}

	static Entry salon(int number, String title, UnaryOperator<Sample> more) {
		Sample sample = more.apply(new Sample(title, LocalDate.of(2020, 5, 31), Status.ARCHIVED, null, List.of(),
				List.of(), List.of(), List.of(), null, List.of(), null));
		Salon salon = new Salon(number, sample.title, sample.date, sample.status, null, null, sample.endsAt,
				ZoneId.of("Asia/Shanghai"), sample.speakers, sample.papers, sample.outline, sample.introduction,
				sample.groups, sample.links, List.of(), sample.series);
		return new Entry(salon, 1, sample.links.isEmpty() ? null : Instant.EPOCH, Instant.EPOCH);
	}

	@Override
	public void close() {
		this.index.close();
	}

	/** What a salon of a test has. */
	record Sample(String title, LocalDate date, Status status, Instant endsAt, List<Speaker> speakers,
			List<String> papers, List<String> outline, List<TopicGroup> groups, String introduction, List<Link> links,
			String series) {

		Sample on(LocalDate value) {
			return new Sample(this.title, value, this.status, this.endsAt, this.speakers, this.papers, this.outline,
					this.groups, this.introduction, this.links, this.series);
		}

		Sample is(Status value, Instant end) {
			return new Sample(this.title, this.date, value, end, this.speakers, this.papers, this.outline, this.groups,
					this.introduction, this.links, this.series);
		}

		Sample by(String name, String affiliation) {
			return new Sample(this.title, this.date, this.status, this.endsAt, List.of(new Speaker(name, affiliation)),
					this.papers, this.outline, this.groups, this.introduction, this.links, this.series);
		}

		Sample under(String tag, String... topics) {
			return new Sample(this.title, this.date, this.status, this.endsAt, this.speakers, this.papers, this.outline,
					List.of(new TopicGroup(tag, List.of(topics))), this.introduction, this.links, this.series);
		}

		Sample saying(String text) {
			return new Sample(this.title, this.date, this.status, this.endsAt, this.speakers, this.papers, this.outline,
					this.groups, text, this.links, this.series);
		}

		Sample link(String label, String url, LinkKind kind) {
			return new Sample(this.title, this.date, this.status, this.endsAt, this.speakers, this.papers, this.outline,
					this.groups, this.introduction, List.of(new Link(label, url, kind)), this.series);
		}

		Sample of(String name) {
			return new Sample(this.title, this.date, this.status, this.endsAt, this.speakers, this.papers, this.outline,
					this.groups, this.introduction, this.links, name);
		}

	}

}
