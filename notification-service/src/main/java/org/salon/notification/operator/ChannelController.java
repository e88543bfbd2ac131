package org.salon.notification.operator;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.salon.access.audit.ChangesNothing;
import org.salon.notification.channel.ChannelOffice;
import org.salon.notification.channel.ChannelOffice.ChannelView;
import org.salon.notification.channel.ChannelOffice.TestResult;
import org.salon.notification.channel.ChannelOffice.TrialPost;
import org.salon.notification.channel.log.PostLog;
import org.salon.notification.channel.log.PostView;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The chats and webhooks that the salon's news is posted to, and what became of it. */
@Tag(name = "Channels", description = "Posts to the club's chats and to webhooks.")
@RestController
class ChannelController {

	private static final int LARGEST_PAGE = 200;

	private final ChannelOffice office;

	private final PostLog log;

	ChannelController(ChannelOffice office, PostLog log) {
		this.office = office;
		this.log = log;
	}

	/** All channels that there are, on or off, and how they are. */
	@GetMapping("/api/channels")
	List<ChannelView> channels() {
		return this.office.list();
	}

	/**
	 * Posts of a channel and what became of them, those due latest first.
	 * @param page from 0
	 */
	@GetMapping("/api/channels/{name}/deliveries")
	@ApiResponse(responseCode = "404", description = "No such channel")
	@ApiResponse(responseCode = "422", description = "A parameter is not as it has to be")
	PostPage deliveries(@PathVariable String name, @RequestParam(defaultValue = "0") @Schema(minimum = "0") int page,
			@RequestParam(defaultValue = "50") @Schema(minimum = "1", maximum = "" + LARGEST_PAGE) int size) {
		check(name);
		check("page", page >= 0 && page <= Integer.MAX_VALUE / LARGEST_PAGE, "from 0");
		check("size", size >= 1 && size <= LARGEST_PAGE, "from 1 to " + LARGEST_PAGE);
		return new PostPage(this.log.page(name, page, size), page, size, this.log.count(name));
	}

	/**
	 * Makes a post due now that was refused, or that waits to be tried again.
	 * @return the post, to be made at once if it still says what is so
	 */
	@PostMapping("/api/channels/{name}/deliveries/{id}/retry")
	@ApiResponse(responseCode = "404", description = "No such channel, or no such post of it")
	@ApiResponse(responseCode = "409", description = "It is posted, under way, called off or too late")
	@ResponseStatus(HttpStatus.ACCEPTED)
	PostView retry(@PathVariable String name, @PathVariable UUID id) {
		check(name);
		PostView post = find(name, id);
		if (!this.log.retry(name, id)) {
			throw new ResponseStatusException(HttpStatus.CONFLICT,
					"The post cannot be made again: it is " + post.state() + ", under way, or too late");
		}
		return find(name, id);
	}

	/**
	 * What a channel would have posted from a moment until now, had it been on; nothing
	 * is posted. By what the salons are now: notices of changes are not among them.
	 * @param since from when on
	 */
	@ChangesNothing
	@PostMapping("/api/channels/{name}/dry-run")
	@ApiResponse(responseCode = "404", description = "No such channel")
	@ApiResponse(responseCode = "422", description = "No moment")
	List<TrialPost> dryRun(@PathVariable String name, @RequestParam Instant since) {
		check(name);
		return this.office.dryRun(since);
	}

	/** Posts one message that says that it is a test, and says what came of it. */
	@PostMapping("/api/channels/{name}/test")
	@ApiResponse(responseCode = "404", description = "No such channel")
	@ApiResponse(responseCode = "409", description = "The channel is off")
	TestResult test(@PathVariable String name) {
		check(name);
		return this.office.test(name)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT, "The channel is off"));
	}

	private PostView find(String name, UUID id) {
		return this.log.find(name, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private void check(String name) {
		if (!this.office.knows(name)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

	private static void check(String field, boolean good, String message) {
		if (!good) {
			throw new BadField(field, message);
		}
	}

	/**
	 * One page of posts.
	 *
	 * @param total on all pages
	 */
	record PostPage(List<PostView> items, int page, int size, long total) {
	}

}
