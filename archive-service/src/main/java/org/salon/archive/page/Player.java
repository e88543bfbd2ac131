package org.salon.archive.page;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.salon.archive.salon.WebAddress;

/**
 * A video that its platform lets other sites show in a frame. The frame's address is made
 * from the video's id alone: nothing else of a link gets into it.
 *
 * @param src address of the frame
 */
record Player(String src) {

	private static final String BILIBILI = "https://player.bilibili.com/player.html?autoplay=0&";

	private static final String YOUTUBE = "https://www.youtube-nocookie.com/embed/";

	private static final String TENCENT = "https://v.qq.com/txp/iframe/player.html?autoplay=false&vid=";

	private static final String VIMEO = "https://player.vimeo.com/video/";

	// No short links (b23.tv, v.douyu.com): only their platform knows what they mean.
	private static final List<Form> FORMS = List.of(
			new Form("(?:(?:www|m)\\.)?bilibili\\.com/video/(BV[0-9A-Za-z]{10})/?(?:\\?.*)?", BILIBILI + "bvid=$1", "p",
					"&p="),
			new Form("(?:(?:www|m)\\.)?bilibili\\.com/video/av([0-9]{1,18})/?(?:\\?.*)?", BILIBILI + "aid=$1", "p",
					"&p="),
			new Form("player\\.bilibili\\.com/player\\.html\\?(?:.*&)?bvid=(BV[0-9A-Za-z]{10})(?:&.*)?",
					BILIBILI + "bvid=$1", "p", "&p="),
			new Form("player\\.bilibili\\.com/player\\.html\\?(?:.*&)?aid=([0-9]{1,18})(?:&.*)?", BILIBILI + "aid=$1",
					"p", "&p="),
			new Form("(?:(?:www|m)\\.)?youtube\\.com/watch/?\\?(?:.*&)?v=([\\w-]{11})(?:&.*)?", YOUTUBE + "$1", "t",
					"?start="),
			new Form("(?:(?:www|m)\\.)?youtube(?:-nocookie)?\\.com/(?:embed|live|shorts)/([\\w-]{11})/?(?:\\?.*)?",
					YOUTUBE + "$1", "t", "?start="),
			new Form("youtu\\.be/([\\w-]{11})/?(?:\\?.*)?", YOUTUBE + "$1", "t", "?start="),
			new Form("v\\.qq\\.com/x/(?:page|cover/\\w{1,40})/([a-z0-9]{11})\\.html(?:\\?.*)?", TENCENT + "$1", null,
					""),
			new Form("(?:m\\.)?v\\.qq\\.com/(?:x/m/play|play\\.html|txp/iframe/player\\.html|iframe/player\\.html)"
					+ "\\?(?:.*&)?vid=([a-z0-9]{11})(?:&.*)?", TENCENT + "$1", null, ""),
			new Form("(?:www\\.)?vimeo\\.com/([0-9]{1,18})/?(?:\\?.*)?", VIMEO + "$1?dnt=1", null, ""),
			new Form("(?:www\\.)?vimeo\\.com/([0-9]{1,18})/([0-9a-f]{6,40})/?(?:\\?.*)?", VIMEO + "$1?dnt=1&h=$2", null,
					""),
			new Form("player\\.vimeo\\.com/video/([0-9]{1,18})/?(?:\\?.*)?", VIMEO + "$1?dnt=1", null, ""));

	private static final Pattern PARTS = Pattern.compile("https?://([^/?#:]+)(?::\\d+)?([^#]*).*",
			Pattern.CASE_INSENSITIVE);

	/** The player of that address, if there is one. */
	static Optional<Player> of(WebAddress address) {
		Matcher parts = PARTS.matcher(address.url());
		if (!parts.matches()) {
			return Optional.empty();
		}
		String video = address.host() + parts.group(2);
		return FORMS.stream().flatMap((form) -> form.src(video)).map(Player::new).findFirst();
	}

	/** Where the frame comes from, as a content security policy names it. */
	String origin() {
		return "https://" + Objects.requireNonNull(URI.create(this.src).getHost());
	}

	/**
	 * A form of addresses of one platform.
	 *
	 * @param video host, path and query
	 * @param src with {@code $1} for the id
	 * @param position parameter that says which part or second of the video is meant
	 */
	private record Form(Pattern video, String src, @Nullable String position, String prefix) {

		Form(String video, String src, @Nullable String position, String prefix) {
			this(Pattern.compile(video), src, position, prefix);
		}

		Stream<String> src(String address) {
			Matcher matcher = this.video.matcher(address);
			return matcher.matches() ? Stream.of(matcher.replaceFirst(this.src) + position(address)) : Stream.empty();
		}

		private String position(String address) {
			if (this.position == null) {
				return "";
			}
			Matcher matcher = Pattern.compile("[?&]" + this.position + "=([1-9][0-9]{0,5})s?(?:&|$)").matcher(address);
			return matcher.find() ? this.prefix + matcher.group(1) : "";
		}

	}

}
