package org.salon.registration.salon;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import org.salon.events.salon.Link;
import org.salon.events.salon.SignUpRules;
import org.salon.events.salon.LinkKind;
import org.salon.events.salon.ReplayPublished;
import org.salon.events.salon.SalonChanged;
import org.salon.events.salon.SalonRescheduled;
import org.salon.events.salon.TopicGroup;
import org.salon.registration.input.Refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SalonTests {

	private static final Instant START = Instant.parse("2026-06-07T11:30:00Z");

	private static final Instant END = START.plus(Duration.ofHours(2));

	private static final Link REPLAY = new Link("Replay", "https://example.org/r", LinkKind.REPLAY);

	private final Salon draft = Salon.draft(44, details("Theme", START, null, List.of()));

	@Test
	void isHeldFromItsEnd() {
		Salon announced = this.draft.announced();
		assertThat(announced.stageAt(END.minusMillis(1))).isEqualTo(SalonStage.ANNOUNCED);
		assertThat(announced.stageAt(END)).isEqualTo(SalonStage.HELD);
		assertThat(this.draft.stageAt(END)).isEqualTo(SalonStage.DRAFT);
	}

	@Test
	void raisesVersionWithEachChangeAndCalendarOnlyWhereItShows() {
		Salon renamed = this.draft.changedTo(details("Other", START, null, List.of()));
		assertThat(renamed.version()).isEqualTo(2);
		assertThat(renamed.calendarRevision()).isEqualTo(1);
		Salon limited = renamed.changedTo(details("Other", START, 5, List.of()));
		assertThat(limited.version()).isEqualTo(3);
		assertThat(limited.calendarRevision()).isEqualTo(1);
		assertThat(limited.changedTo(limited.details())).isSameAs(limited);
	}

	@Test
	void tellsMoveFromOtherChanges() {
		Salon announced = this.draft.announced();
		Salon moved = announced.changedTo(details("Other", START.minusSeconds(60), null, List.of()));
		assertThat(SalonWire.changed(announced, moved, START)).isInstanceOfSatisfying(SalonRescheduled.class,
				(event) -> assertThat(event.previousStartsAt()).isEqualTo(START));
		Salon renamed = announced.changedTo(details("Other", START, null, List.of()));
		assertThat(SalonWire.changed(announced, renamed, START)).isInstanceOfSatisfying(SalonChanged.class,
				(event) -> assertThat(event.changed()).containsExactly("title"));
	}

	@Test
	void publishesSameReplayOnceAndCorrectsLaterOnes() {
		Salon announced = this.draft.announced();
		Salon published = announced.withReplay(List.of(REPLAY));
		assertThat(published.withReplay(List.of(REPLAY))).isSameAs(published);
		assertThat(SalonWire.replayPublished(announced, published, END)).isInstanceOfSatisfying(ReplayPublished.class,
				(event) -> assertThat(event.correction()).isFalse());
		Salon corrected = published.withReplay(List.of());
		assertThat(SalonWire.replayPublished(published, corrected, END)).isInstanceOfSatisfying(ReplayPublished.class,
				(event) -> assertThat(event.correction()).isTrue());
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.draft.withReplay(List.of(REPLAY)));
	}

	@Test
	void cancelsOnlyWhatIsToCome() {
		Salon announced = this.draft.announced();
		Salon cancelled = announced.cancelled(START);
		assertThat(cancelled.cancelled(START)).isSameAs(cancelled);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> announced.cancelled(END));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.draft.cancelled(START));
		assertThatExceptionOfType(Refused.class).isThrownBy(cancelled::announced);
	}

	@Test
	void addsWhatRowTellsAndReplacesNothing() {
		SalonDetails known = details("Theme", START, null, List.of(REPLAY));
		PastSalon row = new PastSalon(44, LocalDate.parse("2026-06-08"), ZoneId.of("Asia/Shanghai"),
				List.of(new TopicGroup("论文分享", List.of("Theme"))),
				List.of(new Link("Other label", REPLAY.url(), LinkKind.OTHER),
						new Link("Slides", "https://example.org/s", LinkKind.SLIDES)),
				List.of("open on a computer"));
		SalonDetails merged = row.mergedInto(known);
		assertThat(known.changesTo(merged)).containsExactly("groups", "links", "notes");
		assertThat(merged.links()).extracting(Link::label).containsExactly("Replay", "Slides");
		assertThat(row.mergedInto(merged)).isEqualTo(merged);
	}

	@Test
	void saysWhenInBothLanguages() {
		SalonDetails details = details("Theme", START, null, List.of());
		assertThat(SalonTimeText.of(details, Locale.SIMPLIFIED_CHINESE))
			.isEqualTo("2026年6月7日 星期日 19:30–21:30 (Asia/Shanghai, UTC+8)");
		assertThat(SalonTimeText.of(details, Locale.ENGLISH))
			.isEqualTo("Sunday, 7 June 2026 19:30–21:30 (Asia/Shanghai, UTC+8)");
	}

	private static SalonDetails details(String title, Instant start, Integer capacity, List<Link> links) {
		return new SalonDetails(title, null, null, LocalDate.parse("2026-06-07"), start, END,
				ZoneId.of("Asia/Shanghai"), List.of(), List.of(), List.of(), null, null, List.of(), false, null,
				capacity, List.of(), links, List.of(), SignUpRules.PLAIN, null);
	}

}
