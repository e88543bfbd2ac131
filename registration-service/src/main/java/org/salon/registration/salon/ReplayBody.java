package org.salon.registration.salon;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.salon.events.salon.LinkKind;

/**
 * Links of a replay as programs write them.
 *
 * @see ReplayRequest which reads them one by one, so that all that is wrong is told at
 * once
 */
record ReplayBody(List<Link> links) {

	/**
	 * One link.
	 *
	 * @param url an address of http or https
	 * @param kind found by address and label if absent
	 */
	record Link(@Schema(maxLength = ReplayRequest.LONGEST_LABEL) @Nullable String label,
			@Schema(format = "uri", maxLength = WebAddress.LONGEST) String url, @Nullable LinkKind kind) {
	}

}
