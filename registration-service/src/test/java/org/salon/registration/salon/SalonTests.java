package org.salon.registration.salon;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.salon.events.salon.Amendment;
import org.salon.events.salon.Link;
import org.salon.events.salon.SignUpRules;
import org.salon.events.salon.LinkKind;
import org.salon.events.salon.ReplayPublished;
import org.salon.events.salon.SalonChanged;
import org.salon.events.salon.SalonRescheduled;
import org.salon.events.salon.TopicGroup;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.input.Refused;
import tools.jackson.databind.json.JsonMapper;

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
	void mendsWhatIsPastAndNothingElse() {
		Salon announced = this.draft.announced();
		SalonDetails other = details("Other", START, null, List.of());
		assertThat(announced.corrected(other, false, END).details()).isEqualTo(other);
		assertThat(announced.corrected(announced.details(), true, END)).isSameAs(announced);
		for (Salon salon : List.of(this.draft, announced, announced.cancelled(START))) {
			assertThatExceptionOfType(Refused.class).isThrownBy(() -> salon.corrected(other, false, START));
		}
		Salon replayed = announced.withReplay(List.of(REPLAY));
		assertThat(replayed.corrected(details("Theme", START, null, List.of()), false, START).version()).isEqualTo(4);
		assertThatExceptionOfType(InvalidFields.class)
			.isThrownBy(() -> new Correction(Map.of("title", "Other"), null, null, false).of(replayed, START));
	}

	@Test
	void saysWhatIsMendedByTheEventThatMailsNobody() {
		Salon held = this.draft.announced().withReplay(List.of(REPLAY));
		Salon renamed = held.corrected(details("Other", START, null, List.of(REPLAY)), false, END);
		Amendment title = new Amendment(List.of("title"), "typo");
		assertThat(SalonWire.corrected(held, renamed, title, false, END)).isInstanceOfSatisfying(SalonChanged.class,
				(event) -> assertThat(event.amendment()).isEqualTo(title));
		Salon withdrawn = held.corrected(details("Theme", START, null, List.of()), false, END);
		Amendment links = new Amendment(List.of("links"), null);
		assertThat(SalonWire.corrected(held, withdrawn, links, false, END))
			.isInstanceOfSatisfying(ReplayPublished.class, (event) -> assertThat(event.correction()).isTrue());
		assertThat(SalonWire.corrected(held, renamed, title, true, END)).isInstanceOfSatisfying(ReplayPublished.class,
				(event) -> assertThat(event.correction()).isFalse());
		Salon moved = held.corrected(new Correction(Map.of(), LocalDate.parse("2026-06-05"), null, false).of(held, END),
				false, END);
		assertThat(moved.startsAt()).isEqualTo(START.minus(Duration.ofDays(2)));
		assertThat(SalonWire.corrected(held, moved, new Amendment(List.of("date", "startsAt", "endsAt"), null), false,
				END))
			.isInstanceOf(SalonRescheduled.class);
		assertThatExceptionOfType(InvalidFields.class)
			.isThrownBy(() -> new Correction(Map.of(), LocalDate.parse("2026-06-08"), null, false).of(held, END));
	}

	@Test
	void goesBackToWhatItWas() {
		SalonDetails before = details("Theme", START, 5, List.of(REPLAY));
		SalonDetails after = details("Other", START, null, List.of());
		List<FieldChange> changes = SalonParts.changes(before, after);
		assertThat(changes).extracting(FieldChange::field).containsExactly("title", "capacity", "links");
		assertThat(SalonParts.without(after, SalonParts.read(JsonMapper.shared().writeValueAsString(changes))))
			.isEqualTo(before);
	}

	@Test
	void letsNoTableBringBackWhatWasTakenOut() {
		SalonDetails mistaken = SalonParts.with(details("Theme", START, null, List.of(REPLAY)),
				Map.of("groups", List.of(new TopicGroup("论文分享", List.of("Themme"))), "notes", List.of("old")));
		SalonDetails mended = details("Theme", START, null, List.of());
		HistoryEntry correction = new HistoryEntry(2, END, HistoryEntry.Kind.CORRECTED, HistoryEntry.Author.OPERATOR,
				null, SalonParts.changes(mistaken, mended));
		PastSalon row = new PastSalon(44, LocalDate.parse("2026-06-07"), ZoneId.of("Asia/Shanghai"),
				List.of(new TopicGroup("论文分享", List.of("Themme", "More"))),
				List.of(REPLAY, new Link("Slides", "https://example.org/s", LinkKind.SLIDES)), List.of("old", "new"),
				null);
		SalonDetails merged = row.without(Withdrawn.by(List.of(correction))).mergedInto(mended);
		assertThat(merged.links()).extracting(Link::label).containsExactly("Slides");
		assertThat(merged.groups()).containsExactly(new TopicGroup("论文分享", List.of("More")));
		assertThat(merged.notes()).containsExactly("new");
	}

	@Test
	void addsWhatRowTellsAndReplacesNothing() {
		SalonDetails known = details("Theme", START, null, List.of(REPLAY));
		PastSalon row = new PastSalon(44, LocalDate.parse("2026-06-08"), ZoneId.of("Asia/Shanghai"),
				List.of(new TopicGroup("论文分享", List.of("Theme"))),
				List.of(new Link("Other label", REPLAY.url(), LinkKind.OTHER),
						new Link("Slides", "https://example.org/s", LinkKind.SLIDES)),
				List.of("open on a computer"), null);
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
				capacity, List.of(), links, List.of(), SignUpRules.PLAIN, null, null, null);
	}

}
