package org.salon.invitation;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a link leads to. The names are used on the wire.
 *
 * <p>
 * The platform decides where it is known: {@code momodel.cn} by its path
 * ({@code /classroom} course, {@code /live} replay, {@code /explore} code), video sites
 * are replays, {@code arxiv.org} and its like papers, code hosts code unless label or
 * path speak of papers or slides. Elsewhere the label decides, then the file's ending.
 */
public enum LinkKind {

	/** A recording. */
	REPLAY,
	/** Slides of a talk; only where it is said. */
	SLIDES,
	/** A course to follow along. */
	COURSE,
	/** Slides, notes, collections of papers. */
	MATERIAL,
	/** A paper. */
	PAPER,
	/** Source code or a project to run. */
	CODE,
	/** Anything else. */
	OTHER;

	private static final List<String> VIDEO_HOSTS = List.of("douyu.com", "b23.tv", "bilibili.com", "youtube.com",
			"youtu.be", "v.qq.com", "vimeo.com");

	private static final List<String> PAPER_HOSTS = List.of("arxiv.org", "openreview.net", "doi.org",
			"aclanthology.org", "proceedings.mlr.press");

	private static final List<String> CODE_HOSTS = List.of("github.com", "gitee.com", "gitlab.com");

	private static final Pattern REPLAY_WORDS = words("回放|录像|录播|视频|直播", "replay|recording|video");

	private static final Pattern MATERIAL_WORDS = words("资料|课件|讲义|幻灯", "slides?|materials?|notes|ppt");

	private static final Pattern CODE_WORDS = words("代码|源码|项目", "code|project|repository");

	private static final Pattern COURSE_WORDS = words("课程", "course");

	private static final Pattern PAPER_WORDS = words("论文|文章", "papers?|sharedpaper|article");

	/** The kind that the title of a link names; null if it names none. */
	static @Nullable LinkKind titled(@Nullable String title) {
		return Arrays.stream(values()).filter((kind) -> kind.title().equals(title)).findFirst().orElse(null);
	}

	/** By which the title of a link says its kind, where address and label do not. */
	String title() {
		return switch (this) {
			case REPLAY -> "回放";
			case SLIDES -> "课件";
			case COURSE -> "课程";
			case MATERIAL -> "资料";
			case PAPER -> "论文";
			case CODE -> "代码";
			case OTHER -> "链接";
		};
	}

	static LinkKind of(String url, String label) {
		String rest = url.substring(url.indexOf("://") + 3).toLowerCase(Locale.ROOT);
		int slash = rest.indexOf('/');
		String path = (slash < 0) ? "" : rest.substring(slash);
		String host = ((slash < 0) ? rest : rest.substring(0, slash)).replaceFirst(":\\d+$", "");
		if (within(host, List.of("momodel.cn"))) {
			return ofMo(path, label);
		}
		if (within(host, VIDEO_HOSTS)) {
			return REPLAY;
		}
		if (within(host, PAPER_HOSTS)) {
			return PAPER;
		}
		if (within(host, CODE_HOSTS)) {
			String words = label + " " + path;
			boolean papers = MATERIAL_WORDS.matcher(words).find() || PAPER_WORDS.matcher(words).find();
			return papers ? MATERIAL : CODE;
		}
		return ofLabel(label, path);
	}

	private static LinkKind ofMo(String path, String label) {
		if (path.startsWith("/classroom")) {
			return COURSE;
		}
		if (path.startsWith("/live")) {
			return REPLAY;
		}
		return path.startsWith("/explore") ? CODE : ofLabel(label, path);
	}

	private static LinkKind ofLabel(String label, String path) {
		if (MATERIAL_WORDS.matcher(label).find() || path.endsWith(".ppt") || path.endsWith(".pptx")) {
			return MATERIAL;
		}
		if (REPLAY_WORDS.matcher(label).find() || path.endsWith(".mp4")) {
			return REPLAY;
		}
		if (CODE_WORDS.matcher(label).find()) {
			return CODE;
		}
		if (PAPER_WORDS.matcher(label).find() || path.endsWith(".pdf")) {
			return PAPER;
		}
		return COURSE_WORDS.matcher(label).find() ? COURSE : OTHER;
	}

	/** The host of an address that is known to have one. */
	static String host(String url) {
		String host = URI.create(url.replaceAll("(?<=[^:/])[/?#].*$", "")).getAuthority();
		return (host != null) ? host : url;
	}

	private static boolean within(String host, List<String> domains) {
		return domains.stream().anyMatch((domain) -> host.equals(domain) || host.endsWith("." + domain));
	}

	private static Pattern words(String chinese, String latin) {
		return Pattern.compile(chinese + "|(?<![a-z])(?:" + latin + ")(?![a-z])", Pattern.CASE_INSENSITIVE);
	}

}
