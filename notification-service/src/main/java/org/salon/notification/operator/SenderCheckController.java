package org.salon.notification.operator;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.salon.notification.sendercheck.SenderReport;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Whether others will take our mails for what they are. */
@Tag(name = "Sender", description = "What the sender's domain says of mails from it.")
@RestController
class SenderCheckController {

	private final SenderReport report;

	SenderCheckController(SenderReport report) {
		this.report = report;
	}

	/**
	 * What the domain of the sender says of mails from it (SPF, DKIM, DMARC), whether
	 * mail programs can offer to unsubscribe by one click, and what to put into the
	 * domain name system. It asks there at each call.
	 * @param languages the language of the explanations
	 */
	@GetMapping("/api/sender-check")
	SenderReport.Report check(@RequestHeader(name = "Accept-Language", required = false) @Nullable String languages) {
		return this.report.write(languages);
	}

}
