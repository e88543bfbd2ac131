package org.salon.notification.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.salon.notification.channel.ChannelOffice;
import org.salon.notification.channel.ChannelOffice.ComingPost;
import org.salon.notification.ledger.Deliveries;
import org.salon.notification.ledger.Forecast;
import org.salon.notification.ledger.ForecastLine;
import org.salon.notification.ledger.Forecasts;
import org.salon.notification.ledger.PlanLine;
import org.salon.notification.salon.Salon;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What would be sent, without sending it. */
@Tag(name = "Plans", description = "What would be sent, without sending it.")
@RestController
class PlanController {

	private static final int LARGEST_SALON = 999_999;

	private final Deliveries deliveries;

	private final Forecasts forecasts;

	private final ChannelOffice channels;

	PlanController(Deliveries deliveries, Forecasts forecasts, ChannelOffice channels) {
		this.deliveries = deliveries;
		this.forecasts = forecasts;
		this.channels = channels;
	}

	/**
	 * What was, is and will be sent because of one salon, to how many, and when; also as
	 * if it were another moment, or reminders were others. Nothing is written or sent.
	 * @param number of the salon
	 * @param at as if it were that moment: ISO 8601 with an offset; absent, now
	 * @param reminders as if these were the offsets before the start: ISO 8601 durations
	 * with commas between, at most 10 of at most 60 days, empty for none; absent, those
	 * that hold
	 */
	@GetMapping("/api/plans/{number}")
	@ApiResponse(responseCode = "404", description = "No such salon here; it may be a draft")
	@ApiResponse(responseCode = "422", description = "A parameter is not as it has to be")
	Plan plan(@PathVariable int number,
			@RequestParam(required = false) @Parameter(example = "2026-06-07T11:00:00Z") @Nullable String at,
			@RequestParam(required = false) @Parameter(example = "PT24H,PT1H") @Nullable String reminders) {
		if (number < 1 || number > LARGEST_SALON) {
			throw new BadField("number", "from 1 to " + LARGEST_SALON);
		}
		WhatIf assumed = WhatIf.read(at, reminders);
		Forecast forecast = this.forecasts.of(number, assumed.at(), assumed.reminders())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		Salon salon = forecast.salon();
		return new Plan(number, salon.title(), salon.startsAt(), salon.endsAt(), forecast.at(), forecast.reminders(),
				forecast.lines(), this.deliveries.plan(number), this.channels.coming(number));
	}

	/**
	 * What was, is and will be sent because of one salon.
	 *
	 * @param at the moment from which it is seen
	 * @param reminders the offsets before the start that are reckoned with
	 * @param forecast what would become of each kind, of reminders of each offset
	 * @param deliveries what the ledger holds now: how many of each kind and occurrence
	 * are at which state, and when they are due
	 * @param posts what the channels that are on have still to post, as planned now
	 */
	record Plan(int salon, String title, Instant startsAt, Instant endsAt, Instant at, List<Duration> reminders,
			List<ForecastLine> forecast, List<PlanLine> deliveries, List<ComingPost> posts) {
	}

}
