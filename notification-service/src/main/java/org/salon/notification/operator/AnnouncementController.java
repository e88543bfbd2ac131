package org.salon.notification.operator;

import java.util.Optional;
import java.util.function.IntFunction;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.salon.notification.ledger.AnnouncementControl;
import org.salon.notification.ledger.AnnouncementControl.AnnouncementCancelled;
import org.salon.notification.ledger.AnnouncementView;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Stops the announcement of a salon to subscribers, for a while or for good. */
@Tag(name = "Announcements", description = "Mails to all subscribers, as one.")
@RestController
class AnnouncementController {

	private final AnnouncementControl announcements;

	AnnouncementController(AnnouncementControl announcements) {
		this.announcements = announcements;
	}

	/** How far the announcement of a salon is. */
	@GetMapping("/api/announcements/{salon}")
	@ApiResponse(responseCode = "404", description = "The salon was not announced, as far as is known here")
	AnnouncementView show(@PathVariable int salon) {
		return known(this.announcements.find(salon));
	}

	/**
	 * Sends nothing more of it until it is resumed; what a courier has in hand still
	 * goes. What runs out of time meanwhile expires.
	 */
	@PostMapping("/api/announcements/{salon}/pause")
	@ApiResponse(responseCode = "404", description = "The salon was not announced, as far as is known here")
	@ApiResponse(responseCode = "409", description = "It was cancelled")
	AnnouncementView pause(@PathVariable int salon) {
		return change(salon, this.announcements::pause);
	}

	/** Goes on with one that is paused. */
	@PostMapping("/api/announcements/{salon}/resume")
	@ApiResponse(responseCode = "404", description = "The salon was not announced, as far as is known here")
	@ApiResponse(responseCode = "409", description = "It was cancelled")
	AnnouncementView resume(@PathVariable int salon) {
		return change(salon, this.announcements::resume);
	}

	/** Drops all of it that is left to send, for good. */
	@PostMapping("/api/announcements/{salon}/cancel")
	@ApiResponse(responseCode = "404", description = "The salon was not announced, as far as is known here")
	AnnouncementView cancel(@PathVariable int salon) {
		return change(salon, this.announcements::cancel);
	}

	private static AnnouncementView change(int salon, IntFunction<Optional<AnnouncementView>> change) {
		try {
			return known(change.apply(salon));
		}
		catch (AnnouncementCancelled ex) {
			throw new ResponseStatusException(HttpStatus.CONFLICT, ex.getMessage(), ex);
		}
	}

	private static AnnouncementView known(Optional<AnnouncementView> announcement) {
		return announcement.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
