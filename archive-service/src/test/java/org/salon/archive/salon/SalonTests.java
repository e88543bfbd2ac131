package org.salon.archive.salon;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SalonTests {

	private static final Instant END = Instant.parse("2026-06-07T13:30:00Z");

	@Test
	void isHeldFromItsEndOn() {
		Salon salon = salon(44, Status.ANNOUNCED, END);
		assertThat(salon.statusAt(END.minusNanos(1))).isEqualTo(Status.ANNOUNCED);
		assertThat(salon.statusAt(END)).isEqualTo(Status.HELD);
	}

	@Test
	void staysCancelledAfterItsEnd() {
		assertThat(salon(44, Status.CANCELLED, END).statusAt(END)).isEqualTo(Status.CANCELLED);
	}

	@Test
	void refusesNumbersThatNoSalonHas() {
		assertThatExceptionOfType(UnusableSalon.class).isThrownBy(() -> salon(0, Status.ARCHIVED, END));
		assertThatExceptionOfType(UnusableSalon.class).isThrownBy(() -> salon(1_000_000, Status.ARCHIVED, END));
	}

	@Test
	void flattensGroups() {
		Salon salon = salon(4, Status.ARCHIVED, END);
		assertThat(salon.topics()).containsExactly("Google Vizier", "Metalearning", "线性代数回顾", "问答");
		assertThat(salon.tags()).containsExactly("论文分享", "机器学习");
	}

	private static Salon salon(int number, Status status, Instant end) {
		List<TopicGroup> groups = List.of(new TopicGroup("论文分享", List.of("Google Vizier", "Metalearning")),
				new TopicGroup("机器学习", List.of("线性代数回顾")), new TopicGroup(null, List.of("问答")));
		return new Salon(number, "title", LocalDate.of(2026, 6, 7), status, null, end.minusSeconds(60), end,
				ZoneOffset.UTC, List.of(), List.of(), List.of(), null, groups, List.of(), List.of(), null);
	}

}
