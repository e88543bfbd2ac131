package org.salon.notification.bounce;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.salon.notification.bounce.BounceMetrics.Result;
import org.salon.notification.ledger.Bounces;
import org.salon.notification.ledger.Bounces.Effect;
import org.salon.notification.returnpath.ReturnPaths;

import org.springframework.stereotype.Component;

/** Takes reports on mails, however they come, and sees that the ledger knows. */
@Component
public class BounceDesk {

	/** Reports carry a copy of the mail at most, and ours are far smaller. */
	public static final int LARGEST = 1024 * 1024;

	private final Bounces bounces;

	private final ReturnPaths returnPaths;

	private final BounceMetrics metrics;

	BounceDesk(Bounces bounces, ReturnPaths returnPaths, BounceMetrics metrics) {
		this.bounces = bounces;
		this.returnPaths = returnPaths;
		this.metrics = metrics;
	}

	/** A report as a mail. */
	public Effect take(byte[] message) throws UnreadableReport {
		try {
			return take(ReportParser.parse(message, this.returnPaths));
		}
		catch (UnreadableReport ex) {
			this.metrics.report(Result.UNREADABLE);
			throw ex;
		}
	}

	/**
	 * A report in a provider's words.
	 * @param messageId of the mail
	 * @param status enhanced status code, of a mail that came back
	 * @param diagnostic the server's words
	 */
	public Effect take(@Nullable String messageId, @Nullable String status, @Nullable String diagnostic,
			boolean complaint) throws UnreadableReport {
		if (messageId == null || messageId.isBlank()) {
			throw unreadable("messageId is missing");
		}
		UUID delivery = Report.delivery(messageId).orElse(null);
		if (complaint) {
			return take(Report.complaint(delivery));
		}
		Optional<String> code = Report.status(status).filter((found) -> found.equals(status));
		if (code.isEmpty()) {
			throw unreadable("status is no enhanced status code such as 5.1.1");
		}
		return take(code.get().startsWith("5") ? Report.failed(delivery, code.get(), diagnostic)
				: Report.nothing(delivery));
	}

	private Effect take(Report report) {
		Effect effect = effect(report);
		this.metrics.report(Result.valueOf(effect.name()));
		return effect;
	}

	private Effect effect(Report report) {
		UUID delivery = report.deliveryId();
		if (delivery == null) {
			return Effect.IGNORED;
		}
		return switch (report.meaning()) {
			case NO_SUCH_ADDRESS -> this.bounces.bounced(delivery, report.reason(), true);
			case CAME_BACK -> this.bounces.bounced(delivery, report.reason(), false);
			case COMPLAINT -> this.bounces.complained(delivery);
			case NOTHING -> Effect.IGNORED;
		};
	}

	private UnreadableReport unreadable(String message) {
		this.metrics.report(Result.UNREADABLE);
		return new UnreadableReport(message);
	}

}
