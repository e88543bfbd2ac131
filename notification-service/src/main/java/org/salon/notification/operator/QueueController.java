package org.salon.notification.operator;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.salon.notification.ledger.Queue;
import org.salon.notification.ledger.QueueView;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what waits to be sent. */
@Tag(name = "Queue", description = "What waits to be sent, and for what.")
@RestController
class QueueController {

	private final Queue queue;

	QueueController(Queue queue) {
		this.queue = queue;
	}

	/** What waits to be sent, which limits hold it, and when it will be through. */
	@GetMapping("/api/queue")
	QueueView show() {
		return this.queue.view();
	}

}
