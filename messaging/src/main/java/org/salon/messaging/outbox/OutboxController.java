package org.salon.messaging.outbox;

import java.time.Instant;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For the operator of a broker that lost its disk. */
@Tag(name = "Outbox", description = "Events that this service publishes.")
@RestController
class OutboxController {

	private final OutboxRows rows;

	private final OutboxRelay relay;

	OutboxController(OutboxRows rows, OutboxRelay relay) {
		this.rows = rows;
		this.relay = relay;
	}

	/**
	 * Publishes again, under the same ids and in the same order, what was published
	 * since.
	 * @param since an instant in ISO 8601
	 */
	@PostMapping("/api/outbox/republish")
	@ApiResponse(responseCode = "400", description = "No instant is named")
	Republished republish(@RequestParam Instant since) {
		int events = this.rows.republish(since);
		this.relay.wake();
		return new Republished(events);
	}

	/**
	 * What was asked for.
	 *
	 * @param events how many are sent again
	 */
	record Republished(int events) {
	}

}
