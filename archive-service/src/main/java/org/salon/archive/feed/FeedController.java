package org.salon.archive.feed;

import java.util.List;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;

import org.salon.archive.projection.ComingSalons;
import org.salon.archive.projection.Salons;
import org.salon.archive.search.EntityTags;
import org.salon.archive.salon.Entry;
import org.salon.archive.salon.EntryPage;

@Tag(name = "Feeds", description = "For feed readers and calendars.")
@RestController
class FeedController {

	private static final int PAGE_SIZE = 100;

	private static final String ATOM = "application/atom+xml";

	private static final String CALENDAR = "text/calendar";

	private final Salons salons;

	private final EntityTags tags;

	private final ComingSalons coming;

	private final ReplayFeed replayFeed;

	private final ComingFeed comingFeed;

	private final SalonCalendar calendar;

	FeedController(Salons salons, EntityTags tags, ComingSalons coming, ReplayFeed replayFeed, ComingFeed comingFeed,
			SalonCalendar calendar) {
		this.salons = salons;
		this.tags = tags;
		this.coming = coming;
		this.replayFeed = replayFeed;
		this.comingFeed = comingFeed;
		this.calendar = calendar;
	}

	/**
	 * The latest replays as an Atom feed (RFC 4287), with links to pages of earlier ones
	 * (RFC 5005).
	 */
	@GetMapping("/feed.atom")
	@ApiResponse(responseCode = "200", content = @Content(mediaType = ATOM, schema = @Schema(type = "string")))
	@ApiResponse(responseCode = "404", description = "There is no such page")
	@Nullable ResponseEntity<String> replays(ServletWebRequest request, @Parameter(description = "from 0",
			schema = @Schema(type = "integer", minimum = "0")) @RequestParam(defaultValue = "0") int page) {
		if (page < 0) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		if (this.tags.matchesList(request, "feed", page)) {
			return null;
		}
		EntryPage found = this.salons.replays(page, PAGE_SIZE);
		if (page >= found.pages()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return text(ATOM, this.replayFeed.write(found));
	}

	/** The salons that are announced and not over, as an Atom feed (RFC 4287). */
	@GetMapping("/archive/coming.atom")
	@ApiResponse(responseCode = "200", content = @Content(mediaType = ATOM, schema = @Schema(type = "string")))
	ResponseEntity<String> coming() {
		return text(ATOM, this.comingFeed.write(this.coming.announced()));
	}

	/**
	 * The coming salons as a calendar to subscribe to (RFC 5545), with those that were
	 * called off until 30 days after they would have ended.
	 */
	@GetMapping("/archive/calendar.ics")
	@ApiResponse(responseCode = "200", content = @Content(mediaType = CALENDAR, schema = @Schema(type = "string")))
	ResponseEntity<String> calendar() {
		List<Entry> entries = Stream.concat(this.coming.announced().stream(), this.coming.cancelled().stream())
			.toList();
		return text(CALENDAR, this.calendar.write(entries));
	}

	static ResponseEntity<String> text(String type, String body) {
		return ResponseEntity.ok().contentType(MediaType.parseMediaType(type + ";charset=UTF-8")).body(body);
	}

}
