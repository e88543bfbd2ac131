package org.salon.invitation;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The salon that the invitation is for.
 *
 * @param number 1 to 999,999
 * @param title the theme, in plain text on one line
 * @param host who holds it
 * @param format the way of joining, such as "online"
 * @param startsAt in {@code zone}
 * @param endsAt in {@code zone}, always after {@code startsAt}
 * @param zone the zone of both times
 * @param yearInferred whether the year stands neither in the text nor in the options: a
 * warning then says how it was found
 * @param speakers may be empty: not every invitation names one
 * @param papers titles, each followed by its address if it has one
 * @param outline its points in order, without their numbers
 * @param introduction Markdown as written, with unsafe links taken out; it may hold raw
 * HTML and remote pictures, so it has to be sanitised where it is shown
 * @param joinText plain text, its lines kept
 * @param joinLinks http and https addresses of the place to join, those of pictures (a
 * group's QR code) included
 * @param about Markdown under the same rules as {@code introduction}
 * @param series that it is one of, as its number is given: "the 44th … salon"
 */
public record ComingSalon(int number, String title, @Nullable String host, @Nullable String format,
		LocalDateTime startsAt, LocalDateTime endsAt, ZoneId zone, boolean yearInferred, List<Speaker> speakers,
		List<String> papers, List<String> outline, @Nullable String introduction, @Nullable String joinText,
		List<String> joinLinks, @Nullable String about, @Nullable String series) {

	public ComingSalon {
		speakers = List.copyOf(speakers);
		papers = List.copyOf(papers);
		outline = List.copyOf(outline);
		joinLinks = List.copyOf(joinLinks);
	}

}
