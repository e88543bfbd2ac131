package org.salon.registration.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.salon.events.registration.RegistrationStatus;
import org.salon.registration.input.Checks;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.registration.Visit;
import org.salon.registration.salon.SalonStage;
import org.salon.registration.salon.TimeWindow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FeedbackTests {

	private static final Instant START = Instant.parse("2026-06-07T11:30:00Z");

	private static final TimeWindow WINDOW = new TimeWindow(START, START.plus(Duration.ofDays(30)));

	@ParameterizedTest
	@ValueSource(strings = { "0", "6", "-1", "1.5", "５", "five", "1 ", "11", "\0" })
	void refusesStarsThatAreNone(String stars) {
		assertThatExceptionOfType(InvalidFields.class)
			.isThrownBy(() -> Feedback.read(new FeedbackForm(stars, "", ""), new Checks()))
			.satisfies((ex) -> assertThat(ex.problems().getFirst().field()).isEqualTo("stars"));
	}

	@Test
	void asksForStarsAndForNothingElse() {
		assertThatExceptionOfType(InvalidFields.class).isThrownBy(() -> Feedback.read(FeedbackForm.BLANK, new Checks()))
			.withMessage("stars: feedback.chooseStars");
		assertThat(Feedback.read(new FeedbackForm("5", " \u200B", ""), new Checks()))
			.isEqualTo(new Feedback(5, null, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\0b", "\uD800", "\uFFFD", "a\u001Bb" })
	void refusesTextThatIsNone(String text) {
		assertThatExceptionOfType(InvalidFields.class)
			.isThrownBy(() -> Feedback.read(new FeedbackForm("3", text, text), new Checks()))
			.satisfies((ex) -> assertThat(ex.problems()).hasSize(2));
	}

	@Test
	void keepsLinesAndRefusesTooMany() {
		assertThat(Feedback.read(new FeedbackForm("3", "a\nb 👩‍👩‍👧", "\u202Ec"), new Checks()))
			.isEqualTo(new Feedback(3, "a\nb 👩‍👩‍👧", "c"));
		assertThat(Feedback.read(new FeedbackForm("3", "字".repeat(2_000), ""), new Checks()).liked()).hasSize(2_000);
		assertThatExceptionOfType(InvalidFields.class)
			.isThrownBy(
					() -> Feedback.read(new FeedbackForm("3", "a".repeat(1_000_000), "b".repeat(2_001)), new Checks()))
			.withMessage("liked: field.tooLong, better: field.tooLong");
	}

	@ParameterizedTest
	@CsvSource({ "-PT0.001S,EARLY", "PT0S,OPEN", "P29DT23H59M,OPEN", "P30D,OVER" })
	void isTakenFromStartUntilItIsLongAgo(Duration since, FeedbackState expected) {
		assertThat(FeedbackState.of(SalonStage.ANNOUNCED, WINDOW, visit(RegistrationStatus.REGISTERED, null),
				START.plus(since)))
			.isEqualTo(expected);
	}

	@Test
	void isTakenFromThoseWithSeatOrWhoCame() {
		assertThat(state(SalonStage.ANNOUNCED, visit(RegistrationStatus.CANCELLED, START)))
			.isEqualTo(FeedbackState.OPEN);
		assertThat(state(SalonStage.ANNOUNCED, visit(RegistrationStatus.CANCELLED, null)))
			.isEqualTo(FeedbackState.NO_PLACE);
		assertThat(state(SalonStage.ANNOUNCED, visit(RegistrationStatus.WAITLISTED, null)))
			.isEqualTo(FeedbackState.NO_PLACE);
		assertThat(state(SalonStage.CANCELLED, visit(RegistrationStatus.REGISTERED, null)))
			.isEqualTo(FeedbackState.CALLED_OFF);
	}

	private static FeedbackState state(SalonStage stage, Visit visit) {
		return FeedbackState.of(stage, WINDOW, visit, START);
	}

	private static Visit visit(RegistrationStatus status, Instant attendedAt) {
		return new Visit(UUID.randomUUID(), 44, "Someone", status, attendedAt);
	}

}
