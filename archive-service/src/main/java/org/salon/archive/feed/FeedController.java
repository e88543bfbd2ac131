package org.salon.archive.feed;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import org.salon.archive.projection.Salons;

@Tag(name = "Feeds", description = "For feed readers and search engines.")
@RestController
class FeedController {

	private static final int LATEST = 100;

	private final Salons salons;

	private final AtomFeed feed;

	private final SiteMap map;

	FeedController(Salons salons, AtomFeed feed, SiteMap map) {
		this.salons = salons;
		this.feed = feed;
		this.map = map;
	}

	/** The latest replays as an Atom feed (RFC 4287). */
	@GetMapping("/feed.atom")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "application/atom+xml", schema = @Schema(type = "string")))
	ResponseEntity<String> feed() {
		return xml("application/atom+xml;charset=UTF-8", this.feed.write(this.salons.replays(LATEST)));
	}

	/** The addresses of all pages of the archive, for search engines. */
	@GetMapping("/sitemap.xml")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "application/xml", schema = @Schema(type = "string")))
	ResponseEntity<String> map() {
		return xml("application/xml;charset=UTF-8", this.map.write(this.salons.all()));
	}

	private static ResponseEntity<String> xml(String type, String body) {
		return ResponseEntity.ok().contentType(MediaType.parseMediaType(type)).body(body);
	}

}
