package org.salon.archive.salon;

import java.time.Instant;

/**
 * A link of a salon that was found to lead nowhere.
 *
 * @param url as it stands in the salon
 * @param since the first of the checks in a row that found no page
 */
public record DeadLink(String url, Reason reason, Instant since) {

	/** What was found instead of a page. */
	public enum Reason {

		GONE, SERVER_ERROR, NO_SUCH_HOST, UNREACHABLE, TLS, TIMEOUT, REDIRECTS, BROKEN

	}

}
