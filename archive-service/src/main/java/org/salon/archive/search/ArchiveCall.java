package org.salon.archive.search;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import org.salon.archive.projection.Salons;
import org.salon.archive.salon.Link;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.SalonPage;
import org.salon.archive.salon.Speaker;
import org.salon.archive.salon.Status;
import org.salon.archive.salon.TopicGroup;

/** The archive for scripts. */
@Tag(name = "Archive", description = "The archive, page by page or as one file.")
@RestController
class ArchiveCall {

	private final Salons salons;

	private final Clock clock;

	ArchiveCall(Salons salons, Clock clock) {
		this.salons = salons;
		this.clock = clock;
	}

	/** A page of the archive, newest first; all parameters narrow it down together. */
	@GetMapping("/api/archive")
	@ApiResponse(responseCode = "422", description = "A parameter is not as it has to be")
	Answer find(SearchParameters parameters) {
		SalonPage found = this.salons.find(parameters.parse());
		Instant now = this.clock.instant();
		List<Item> items = found.entries().stream().map((entry) -> Item.of(entry.salon(), now)).toList();
		return new Answer(items, found.page(), found.size(), found.total());
	}

	/**
	 * One page.
	 *
	 * @param page from 0
	 * @param total on all pages
	 */
	record Answer(List<Item> items, int page, int size, long total) {
	}

	/**
	 * One salon.
	 *
	 * @param topics of all groups
	 * @param tags of all groups, each once
	 */
	record Item(int number, LocalDate date, String title, Status status, List<TopicGroup> groups, List<String> topics,
			List<String> tags, List<Speaker> speakers, List<String> papers, List<Link> links, List<String> notes) {

		static Item of(Salon salon, Instant now) {
			return new Item(salon.number(), salon.date(), salon.title(), salon.statusAt(now), salon.groups(),
					salon.topics(), salon.tags(), salon.speakers(), salon.papers(), salon.links(), salon.notes());
		}

	}

}
