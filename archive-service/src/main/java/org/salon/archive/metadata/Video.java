package org.salon.archive.metadata;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What the address of a video tells of it, without asking its platform.
 *
 * @param thumbnailUrl absent where only the platform knows it
 */
record Video(String embedUrl, @Nullable String thumbnailUrl) {

	private static final Pattern YOUTUBE = Pattern.compile(
			"https?://(?:(?:www\\.|m\\.)?youtube\\.com/watch\\?(?:[^#]*&)?v=|youtu\\.be/)([\\w-]{11})(?:[?&#].*)?");

	private static final Pattern BILIBILI = Pattern
		.compile("https?://(?:www\\.|m\\.)?bilibili\\.com/video/(BV[0-9A-Za-z]{10})(?:[/?#].*)?");

	static Optional<Video> of(String url) {
		Matcher youtube = YOUTUBE.matcher(url);
		if (youtube.matches()) {
			String id = youtube.group(1);
			return Optional.of(new Video("https://www.youtube.com/embed/" + id,
					"https://i.ytimg.com/vi/" + id + "/hqdefault.jpg"));
		}
		Matcher bilibili = BILIBILI.matcher(url);
		return bilibili.matches()
				? Optional.of(new Video("https://player.bilibili.com/player.html?bvid=" + bilibili.group(1), null))
				: Optional.empty();
	}

}
