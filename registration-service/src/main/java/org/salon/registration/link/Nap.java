package org.salon.registration.link;

import java.time.Instant;

/** How a thread waits: by the clock that everything else goes by. */
@FunctionalInterface
interface Nap {

	void until(Instant moment) throws InterruptedException;

}
