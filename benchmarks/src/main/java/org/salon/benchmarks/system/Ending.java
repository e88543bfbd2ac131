package org.salon.benchmarks.system;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has to be done when this JVM ends, in whichever way: the last thing added is done
 * first, as each may need what was there before it.
 */
public final class Ending {

	private final Deque<Runnable> steps = new ArrayDeque<>();

	private volatile boolean begun;

	/** Begins when the JVM ends. */
	public Ending() {
		Runtime.getRuntime().addShutdownHook(new Thread(this::run, "ending"));
	}

	/** Adds a step; it may have been done before by other means. */
	public synchronized void add(Runnable step) {
		this.steps.push(step);
	}

	/** Whether what fails now fails because everything is being ended. */
	public boolean hasBegun() {
		return this.begun;
	}

	private synchronized void run() {
		this.begun = true;
		for (Runnable step : this.steps) {
			try {
				step.run();
			}
			catch (RuntimeException ex) {
				// The other steps must not wait for ever for this one.
				System.err.println("Cannot end in good order: " + ex);
			}
		}
	}

}
