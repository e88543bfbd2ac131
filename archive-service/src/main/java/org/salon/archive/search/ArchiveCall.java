package org.salon.archive.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;

import org.salon.archive.projection.DeadLinks;
import org.salon.archive.projection.Salons;
import org.salon.archive.salon.DeadLink;
import org.salon.archive.salon.Entry;
import org.salon.archive.salon.Facets;
import org.salon.archive.salon.SalonPage;
import org.salon.archive.salon.SalonQuery;

/** The archive for scripts. */
@Tag(name = "Archive", description = "The archive, page by page or as one file.")
@RestController
class ArchiveCall {

	private static final String PATH = "/api/archive";

	private final SalonSearch search;

	private final Salons salons;

	private final EntityTags tags;

	private final DeadLinks deadLinks;

	private final Clock clock;

	ArchiveCall(SalonSearch search, Salons salons, EntityTags tags, DeadLinks deadLinks, Clock clock) {
		this.search = search;
		this.salons = salons;
		this.tags = tags;
		this.deadLinks = deadLinks;
		this.clock = clock;
	}

	/**
	 * A page of the archive: the best first where there is a query, else the newest; all
	 * parameters narrow it down together.
	 */
	@GetMapping(PATH)
	@ApiResponse(responseCode = "200",
			headers = @Header(name = "Link", description = "The pages before and after (RFC 8288)",
					schema = @Schema(type = "string")))
	@ApiResponse(responseCode = "422", description = "A parameter is not as it has to be")
	@Nullable ResponseEntity<Answer> find(SearchParameters parameters, ServletWebRequest request) {
		SalonQuery query = parameters.parse();
		boolean highlights = parameters.withHighlights();
		if (this.tags.matchesList(request, PATH, query, highlights)) {
			return null;
		}
		SalonPage page = this.search.find(query);
		Instant now = this.clock.instant();
		Map<Integer, List<DeadLink>> dead = this.deadLinks.of(page.numbers());
		List<ArchiveItem> items = page.found()
			.stream()
			.map((found) -> ArchiveItem.of(found, dead.getOrDefault(found.entry().salon().number(), List.of()),
					highlights && query.text() != null, now))
			.toList();
		return ResponseEntity.ok()
			.headers(links(parameters, page))
			.body(new Answer(items, page.page(), page.size(), page.total(), page.similar(), page.facets()));
	}

	private static HttpHeaders links(SearchParameters parameters, SalonPage page) {
		List<String> links = new ArrayList<>();
		if (page.page() > 0) {
			links.add("<" + parameters.address(PATH, page.page() - 1) + ">; rel=\"prev\"");
		}
		if (page.page() + 1 < page.pages()) {
			links.add("<" + parameters.address(PATH, page.page() + 1) + ">; rel=\"next\"");
		}
		HttpHeaders headers = new HttpHeaders();
		if (!links.isEmpty()) {
			headers.set(HttpHeaders.LINK, String.join(", ", links));
		}
		return headers;
	}

	/** One salon of the archive. */
	@GetMapping(PATH + "/{number:[1-9][0-9]{0,5}}")
	@ApiResponse(responseCode = "404", description = "The archive has no such salon")
	@Nullable ResponseEntity<ArchiveItem> salon(@PathVariable int number, ServletWebRequest request) {
		Entry entry = this.salons.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		Instant now = this.clock.instant();
		List<DeadLink> dead = this.deadLinks.of(List.of(number)).getOrDefault(number, List.of());
		String state = dead + " " + entry.version() + " " + entry.updatedAt() + " " + entry.salon().statusAt(now);
		if (this.tags.matches(request, changedAt(entry, now), state, PATH, number)) {
			return null;
		}
		return ResponseEntity.ok(ArchiveItem.of(entry.salon(), dead, now));
	}

	/** Not while another change may still fall into the same second. */
	private static @Nullable Instant changedAt(Entry entry, Instant now) {
		Instant changed = entry.updatedAt();
		Instant end = entry.salon().endsAt();
		boolean ended = entry.salon().statusAt(now) != entry.salon().status();
		Instant latest = (ended && end != null && end.isAfter(changed)) ? end : changed;
		return latest.isBefore(now.minus(Duration.ofSeconds(2))) ? latest : null;
	}

	/**
	 * One page.
	 *
	 * @param page from 0
	 * @param total on all pages
	 * @param similar whether none holds all that was asked for, and these hold something
	 * like it
	 * @param facets by which it can be narrowed down further: of each kind at most 100
	 * values, and how many salons each would leave if it were chosen instead of what is
	 * chosen of that kind
	 */
	record Answer(List<ArchiveItem> items, int page, int size, long total, boolean similar, Facets facets) {
	}

}
