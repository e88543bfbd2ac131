package org.salon.registration.salon;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.salon.registration.input.Paging;

/** All salons as JSON, for the operator. */
@Tag(name = "Salon desk")
@RestController
class SalonListController {

	private final SalonList salons;

	SalonListController(SalonList salons) {
		this.salons = salons;
	}

	/**
	 * Salons of all stages, the highest numbers first.
	 * @param before only those of a lower number: the {@code next} of the page before
	 * @param stage only those at it
	 * @param query part of the title or the series, or the number
	 */
	@GetMapping("/api/operator/salons")
	@ApiResponse(responseCode = "422", description = "No such size or stage")
	Page list(@RequestParam(required = false) @Nullable Integer before,
			@RequestParam(required = false) @Nullable SalonStage stage,
			@RequestParam(required = false) @Nullable String query, @RequestParam(defaultValue = "50") int size) {
		Paging.of(0, size);
		SalonList.Page page = this.salons.page(before, stage, query, size);
		return new Page(page.items().stream().map(Item::of).toList(), page.next());
	}

	/**
	 * One page.
	 *
	 * @param next the {@code before} of the next page, null at the end
	 */
	record Page(List<Item> items, @Nullable Integer next) {
	}

	/** One salon. */
	record Item(int number, String title, SalonStage status, LocalDate date, @Nullable Instant startsAt,
			@Nullable Instant endsAt, String zone, @Nullable Integer capacity, @Nullable String series, int registered,
			int waitlisted) {

		static Item of(SalonList.Line line) {
			return new Item(line.number(), line.title(), line.stage(), line.date(), line.startsAt(), line.endsAt(),
					line.zone().getId(), line.capacity(), line.series(), line.attendance().registered(),
					line.attendance().waitlisted());
		}

	}

}
