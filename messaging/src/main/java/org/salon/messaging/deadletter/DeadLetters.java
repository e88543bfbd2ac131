package org.salon.messaging.deadletter;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionTemplate;

/** What an operator does with dead letters. */
public class DeadLetters {

	private final DeadLetterStore store;

	private final TransactionTemplate transaction;

	private final Redrive redrive;

	public DeadLetters(DeadLetterStore store, TransactionTemplate transaction, Redrive redrive) {
		this.store = store;
		this.transaction = transaction;
		this.redrive = redrive;
	}

	List<DeadLetter> page(int page, int size) {
		return this.store.page(page, size);
	}

	long open() {
		return this.store.open();
	}

	/**
	 * Handles the letter and all that wait in its line, in order, from the first on;
	 * stops at the first that fails again.
	 * @return how many were handled and what stopped it, or empty if there is no such
	 * letter
	 */
	public Optional<Outcome> redrive(long id) {
		Optional<DeadLetter> asked = this.store.find(id);
		if (asked.isEmpty()) {
			return Optional.empty();
		}
		int handled = 0;
		while (true) {
			Step step = next(asked.get());
			if (step.done) {
				return Optional.of(new Outcome(handled, null));
			}
			if (step.fault != null) {
				return Optional.of(new Outcome(handled, step.fault));
			}
			handled++;
		}
	}

	/** Gives a letter up for good; what waits behind it stays until it is redriven. */
	public Optional<Boolean> discard(long id) {
		return this.store.find(id).map((letter) -> this.transaction.execute((status) -> {
			this.store.lock(letter.orderKey());
			boolean open = this.store.find(id).filter(DeadLetter::isOpen).isPresent();
			if (open) {
				this.store.resolve(id, "DISCARDED");
			}
			return open;
		}));
	}

	private Step next(DeadLetter asked) {
		DeadLetter[] tried = new DeadLetter[1];
		try {
			Step step = this.transaction.execute((status) -> handleFirst(asked, tried));
			return (step != null) ? step : new Step(true, null);
		}
		catch (RuntimeException ex) {
			String reason = Faults.reason(ex);
			if (tried[0] != null) {
				this.transaction.executeWithoutResult((status) -> this.store.failedAgain(tried[0].id(), reason));
			}
			return new Step(false, reason);
		}
	}

	private Step handleFirst(DeadLetter asked, DeadLetter[] tried) {
		this.store.lock(asked.orderKey());
		Optional<DeadLetter> first = (asked.key() != null) ? this.store.firstInLine(asked.orderKey())
				: this.store.find(asked.id()).filter(DeadLetter::isOpen);
		if (first.isEmpty()) {
			return new Step(true, null);
		}
		tried[0] = first.get();
		this.redrive.redrive(DeadLetterRows.record(first.get()));
		this.store.resolve(first.get().id(), "REDRIVEN");
		return new Step(false, null);
	}

	/**
	 * What a redrive came to.
	 *
	 * @param handled how many records were handled
	 * @param fault why the next one failed again, or null if none is left
	 */
	public record Outcome(int handled, @Nullable String fault) {
	}

	private record Step(boolean done, @Nullable String fault) {
	}

}
