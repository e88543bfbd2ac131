package org.salon.registration.salon;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.salon.registration.input.Refused;

/**
 * The version that a change was made for.
 *
 * @param header value of {@code If-Match}; a change without it is for whatever there is
 */
public record VersionCondition(@Nullable String header) {

	public static final VersionCondition ANY = new VersionCondition(null);

	/** The tag of a version. */
	public static String tag(long version) {
		return "\"" + version + "\"";
	}

	void check(long version) {
		if (this.header == null || this.header.strip().equals("*")) {
			return;
		}
		if (Arrays.stream(this.header.split(",")).map(String::strip).noneMatch(tag(version)::equals)) {
			throw new Refused(Refused.Reason.STALE, "refused.stale");
		}
	}

}
