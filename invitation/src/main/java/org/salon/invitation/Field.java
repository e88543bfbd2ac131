package org.salon.invitation;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a heading or the name before a colon announces, in Chinese or English. A name
 * before a colon has to match as a whole ("registration time" is not the salon's); in a
 * heading a telling word is enough. The first that matches counts.
 */
enum Field {

	ABOUT("关于我们|关于|aboutus|about|whoweare", "关于|about"),

	REVIEW("往期回顾|沙龙回顾|pastsalons|archive", "回顾|往期|历史|past|previous|archive|history|replays?"),

	SPEAKERS("主讲人|主讲|主讲嘉宾|嘉宾|讲者|分享人|分享嘉宾|speakers?|presenters?|speaker\\(s\\)", "主讲|嘉宾|讲者|分享人|speakers?|presenters?"),

	PAPERS("分享论文|论文|论文分享|论文题目|papers?|readings?", "论文|papers?|reading"),

	OUTLINE("大纲|提纲|分享大纲|内容大纲|议程|outline|agenda", "大纲|提纲|议程|outline|agenda"),

	INTRODUCTION("引言|简介|内容简介|摘要|introduction|intro|abstract|summary", "引言|简介|摘要|introduction|abstract|summary"),

	JOIN("地址|地点|参与方式|参加方式|加入方式|直播地址|会议链接|where|location|venue|join|howtojoin|wheretojoin",
			"地址|地点|参与方式|参加方式|加入|会议链接|where|location|venue|join"),

	/** Where to sign up: what the system itself says, so nothing to read. */
	SIGN_UP("报名|报名链接|报名方式|signup|register|registration", "报名|sign up|register|registration"),

	THEME("主题|题目|theme|topic|title|subject", "主题|theme"),

	HOST("举办方|主办方|主办|主办单位|举办单位|hosts?|hostedby|organi[sz]ers?|organi[sz]edby", "举办方|主办|hosts?|organi[sz]ers?"),

	FORMAT("方式|形式|举办方式|format|mode|howtoattend|wayofjoining", "方式|形式|format"),

	TIME("时间|日期|日期时间|time|date|when|dateandtime|date&time|date/time", "时间|日期|time|date|when"),

	CONTENT("内容|安排|content|contents|program|programme|details", "内容|安排|contents?|programme|program|details"),

	/** Whatever stands before the first heading but the title. */
	PREAMBLE("(?!)", "(?!)"),

	/** Under a heading that none of these names. */
	UNKNOWN("(?!)", "(?!)");

	private static final Pattern NOISE = Pattern.compile("[\\s*_#:：]|^[一二三四五六七八九十\\d]+[、.．]");

	private static final int LONGEST_NAME = 40;

	private final Pattern name;

	private final Pattern heading;

	Field(String names, String words) {
		this.name = Pattern.compile("(?:活动|沙龙|本期|本次|分享|会议|讲座|the|salon|event)?(?:" + names + ")");
		// A Latin word counts as a whole only: "date" is not meant by "update".
		this.heading = Pattern.compile("(?:(?<![a-z])|(?![a-z]))(?:" + words + ")(?:(?![a-z])|(?<![a-z]))");
	}

	static @Nullable Field named(String text) {
		if (text.length() > LONGEST_NAME) {
			return null;
		}
		String plain = NOISE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
		return List.of(values())
			.stream()
			.filter((field) -> field.name.matcher(plain).matches())
			.findFirst()
			.orElse(null);
	}

	static @Nullable Field headed(String text) {
		Field named = named(text);
		if (named != null || text.length() > LONGEST_NAME) {
			return named;
		}
		String plain = text.toLowerCase(Locale.ROOT);
		return List.of(values())
			.stream()
			.filter((field) -> field.heading.matcher(plain).find())
			.findFirst()
			.orElse(null);
	}

	/** Whether the text is kept as Markdown. */
	boolean prose() {
		return this == INTRODUCTION || this == ABOUT;
	}

	/** Whether lines such as "Time: …" are looked for in it. */
	boolean holdsFacts() {
		return this == PREAMBLE || this == CONTENT || this == UNKNOWN;
	}

}
