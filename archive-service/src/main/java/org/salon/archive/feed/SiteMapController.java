package org.salon.archive.feed;

import java.util.List;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;

import org.salon.archive.projection.Salons;
import org.salon.archive.salon.Entry;
import org.salon.archive.search.EntityTags;
import org.salon.archive.web.SalonProperties;

@Tag(name = "Search engines", description = "Where the pages are, and which are to be left alone.")
@RestController
class SiteMapController {

	// On one origin with the other services it is the file of them all.
	private static final String ROBOTS = """
			User-agent: *
			Disallow: /api/
			Disallow: /operator
			Disallow: /registrations/
			Disallow: /preferences/
			Disallow: /unsubscribe/

			Sitemap: %s
			""";

	private final Salons salons;

	private final EntityTags tags;

	private final SiteMap map;

	private final SalonProperties properties;

	SiteMapController(Salons salons, EntityTags tags, SiteMap map, SalonProperties properties) {
		this.salons = salons;
		this.tags = tags;
		this.map = map;
		this.properties = properties;
	}

	/**
	 * The addresses of all pages of the archive. An index of maps where there are more
	 * than 50,000, whose parts it names.
	 */
	@GetMapping("/sitemap.xml")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "application/xml", schema = @Schema(type = "string")))
	@ApiResponse(responseCode = "404", description = "There is no such part")
	@Nullable ResponseEntity<String> map(ServletWebRequest request,
			@Parameter(description = "of a long map, from 1; without it the map, or the index",
					schema = @Schema(type = "integer", minimum = "1")) @RequestParam(
							required = false) @Nullable Integer part) {
		if (this.tags.matchesList(request, "map", String.valueOf(part))) {
			return null;
		}
		List<Entry> entries = this.salons.all();
		String document = (part == null) ? this.map.write(entries) : this.map.part(entries, part);
		if (document == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return FeedController.text("application/xml", document);
	}

	/** What programs that follow links are asked to leave alone. */
	@GetMapping("/robots.txt")
	@ApiResponse(responseCode = "200", content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
	ResponseEntity<String> robots() {
		return FeedController.text("text/plain", ROBOTS.formatted(this.properties.archiveUrl("/sitemap.xml")));
	}

}
