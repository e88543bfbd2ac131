package org.salon.notification.ledger;

import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/** One courier's wish to record what came of a message and to begin with the next. */
final class Turn {

	private final CompletableFuture<Void> end = new CompletableFuture<>();

	private @Nullable Settlement previous;

	private @Nullable Draft next;

	private boolean started;

	Turn(@Nullable Settlement previous, @Nullable Draft next) {
		this.previous = previous;
		this.next = next;
	}

	/** What is still to be recorded. */
	@Nullable Settlement previous() {
		return this.previous;
	}

	/** What is still to be started. */
	@Nullable Draft next() {
		return this.next;
	}

	boolean started() {
		return this.started;
	}

	void recorded() {
		this.previous = null;
	}

	void begun() {
		this.next = null;
		this.started = true;
	}

	/** Whether a group can do something for it; the rest is done alone. */
	boolean groups() {
		return sent() != null || plain() != null;
	}

	/** What has come to its usual end. */
	@Nullable Settlement sent() {
		Settlement settlement = this.previous;
		return (settlement != null && settlement.state() == LedgerState.SENT) ? settlement : null;
	}

	/** The usual mail: about a salon, and not one that is repeated as it was. */
	@Nullable Draft plain() {
		Draft draft = this.next;
		Revision revision = (draft != null) ? draft.revision() : null;
		if (draft == null || revision == null || revision.salon() == null || draft.lease().salonNumber() == null) {
			return null;
		}
		boolean whole = draft.lease().registrationId() == null || revision.registration() != null;
		return whole ? draft : null;
	}

	/** Waits until its group is written. */
	void awaitItsEnd() {
		this.end.join();
	}

	void over() {
		this.end.complete(null);
	}

}
