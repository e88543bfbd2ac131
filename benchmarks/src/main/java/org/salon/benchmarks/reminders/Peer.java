package org.salon.benchmarks.reminders;

/** Something else that sends as many mails to the same receiver. */
interface Peer {

	/** What it is, for the report. */
	String name();

	/** Sends so many and answers how many that were per second. */
	double perSecond(int mails) throws InterruptedException;

}
