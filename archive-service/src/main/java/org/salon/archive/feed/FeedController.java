package org.salon.archive.feed;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import org.salon.archive.projection.Salons;

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

	@GetMapping("/feed.atom")
	ResponseEntity<String> feed() {
		return xml("application/atom+xml;charset=UTF-8", this.feed.write(this.salons.replays(LATEST)));
	}

	@GetMapping("/sitemap.xml")
	ResponseEntity<String> map() {
		return xml("application/xml;charset=UTF-8", this.map.write(this.salons.all()));
	}

	private static ResponseEntity<String> xml(String type, String body) {
		return ResponseEntity.ok().contentType(MediaType.parseMediaType(type)).body(body);
	}

}
