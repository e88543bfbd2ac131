package org.salon.benchmarks.registrations;

import java.time.Duration;
import java.util.List;

/** The same inserts without the service around them. */
interface InsertLimit {

	/** Which tool does it, for the report. */
	String name();

	/** Durable transactions of these inserts per second, by so many clients at once. */
	double perSecond(List<String> inserts, int clients, Duration duration) throws InterruptedException;

}
