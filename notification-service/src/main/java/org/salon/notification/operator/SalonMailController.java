package org.salon.notification.operator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.salon.notification.ledger.OutcomeCharts;
import org.salon.notification.ledger.SalonMailCounts;
import org.salon.notification.ledger.SalonMails;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Mails in numbers: of one salon, and over time. */
@Tag(name = "Counts", description = "How many mails came to what. All of it is counted already when it is asked for.")
@RestController
class SalonMailController {

	private static final int LARGEST_SALON = 999_999;

	/** Nobody looks at a longer time at once, and nothing is older. */
	private static final Duration LONGEST = Duration.ofDays(3_660);

	private static final Duration USUAL = Duration.ofDays(30);

	private final SalonMailCounts counts;

	private final OutcomeCharts charts;

	private final Clock clock;

	SalonMailController(SalonMailCounts counts, OutcomeCharts charts, Clock clock) {
		this.counts = counts;
		this.charts = charts;
		this.clock = clock;
	}

	/**
	 * What became of a salon's mails, those that could not be delivered (the first 20),
	 * and what is due next. A salon that there are no mails of has nothing of each.
	 */
	@GetMapping("/api/salons/{number}/mails")
	@ApiResponse(responseCode = "404", description = "No salon can have that number")
	SalonMails ofSalon(@PathVariable int number) {
		if (number < 1 || number > LARGEST_SALON) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return this.counts.of(number);
	}

	/**
	 * How many mails came to what, by the hour for up to four days and else by the day.
	 * @param salon only of this salon
	 * @param from 30 days before {@code to}, if it is absent
	 * @param to now, if it is absent
	 */
	@GetMapping("/api/charts/outcomes")
	@ApiResponse(responseCode = "422", description = "A parameter is not as it has to be")
	OutcomeCharts.Outcomes outcomes(
			@RequestParam(required = false) @Schema(minimum = "1",
					maximum = "" + LARGEST_SALON) @Nullable Integer salon,
			@RequestParam(required = false) @Nullable Instant from,
			@RequestParam(required = false) @Nullable Instant to) {
		Span span = span(salon, from, to);
		return this.charts.outcomes(salon, span.from(), span.to());
	}

	/**
	 * How long people waited from the sign-up until the mail server had their
	 * confirmation.
	 * @param salon only of this salon
	 * @param from 30 days before {@code to}, if it is absent
	 * @param to now, if it is absent
	 */
	@GetMapping("/api/charts/promptness")
	@ApiResponse(responseCode = "422", description = "A parameter is not as it has to be")
	OutcomeCharts.Waits promptness(
			@RequestParam(required = false) @Schema(minimum = "1",
					maximum = "" + LARGEST_SALON) @Nullable Integer salon,
			@RequestParam(required = false) @Nullable Instant from,
			@RequestParam(required = false) @Nullable Instant to) {
		Span span = span(salon, from, to);
		return this.charts.promptness(salon, span.from(), span.to());
	}

	private Span span(@Nullable Integer salon, @Nullable Instant from, @Nullable Instant to) {
		if (salon != null && (salon < 1 || salon > LARGEST_SALON)) {
			throw new BadField("salon", "from 1 to " + LARGEST_SALON);
		}
		Instant end = (to != null) ? to : this.clock.instant();
		if (end.isBefore(Instant.EPOCH) || end.isAfter(Instant.EPOCH.plus(LONGEST.multipliedBy(20)))) {
			throw new BadField("to", "no such moment");
		}
		Instant begin = (from != null) ? from : end.minus(USUAL);
		if (!begin.isBefore(end) || begin.isBefore(end.minus(LONGEST))) {
			throw new BadField("from", "before to, by " + LONGEST.toDays() + " days at most");
		}
		return new Span(begin, end);
	}

	private record Span(Instant from, Instant to) {
	}

}
