package org.salon.notification.operator;

import java.security.Principal;
import java.time.Instant;
import java.util.Optional;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.salon.notification.ledger.SendingPause;
import org.salon.notification.ledger.SendingSwitch;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets no mail go for a while. */
@Tag(name = "Sending", description = "All mails at once.")
@RestController
@RequestMapping("/api/sending")
class SendingController {

	private final SendingSwitch sending;

	SendingController(SendingSwitch sending) {
		this.sending = sending;
	}

	/** Whether mails are sent. */
	@GetMapping
	Sending show() {
		return Sending.of(this.sending.pause());
	}

	/**
	 * Sends nothing more, confirmations included, until it is resumed; what a courier has
	 * in hand still goes. What is due waits, and expires when its time is over. Again: no
	 * effect.
	 */
	@PostMapping("/pause")
	Sending pause(Principal operator) {
		return Sending.of(Optional.of(this.sending.pause(operator.getName())));
	}

	/** Sends again, every instance within two seconds. Again: no effect. */
	@PostMapping("/resume")
	Sending resume(Principal operator) {
		this.sending.resume(operator.getName());
		return show();
	}

	/**
	 * Whether mails are sent.
	 *
	 * @param since when it was paused, if it is
	 * @param by who paused it
	 */
	record Sending(boolean paused, @Nullable Instant since, @Nullable String by) {

		private static Sending of(Optional<SendingPause> pause) {
			return new Sending(pause.isPresent(), pause.map(SendingPause::since).orElse(null),
					pause.map(SendingPause::by).orElse(null));
		}

	}

}
