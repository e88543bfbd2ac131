package org.salon.registration.attendance;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.salon.registration.salon.WebAddress;

/** Which of a salon's links to join leads into the meeting. */
final class MeetingLink {

	private static final Pattern PICTURE = Pattern.compile(".*\\.(png|jpe?g|gif|webp|avif|svg|bmp)",
			Pattern.CASE_INSENSITIVE);

	private MeetingLink() {
	}

	/**
	 * The first that is no picture. Checked once more before anybody is sent there: an
	 * older version or a restored copy may have stored what is refused today.
	 */
	static Optional<URI> first(List<String> joinLinks) {
		return joinLinks.stream()
			.filter((link) -> WebAddress.problemOf(link) == null)
			.map(URI::create)
			.filter((link) -> link.getPath() == null || !PICTURE.matcher(link.getPath()).matches())
			.findFirst();
	}

}
