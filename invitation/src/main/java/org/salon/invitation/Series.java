package org.salon.invitation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Finds the series of which a salon is one in what headings say. */
final class Series {

	private static final String NAME = "(\\S.{0,200}?)";

	/** 第 44 期机器学习学术沙龙邀请函; the 12th Machine Learning Salon. */
	private static final Pattern TITLE = Pattern.compile(
			"第\\s{0,3}\\d{1,9}\\s{0,3}[期次届讲场]\\s{0,3}" + NAME + "\\s{0,3}(?:邀请函|邀请|通知|预告|公告|报名)?\\s{0,3}$"
					+ "|\\d(?:st|nd|rd|th)\\s{1,3}(\\S.{0,200}?(?:salon|session|meetup|seminar|colloquium))(?!\\w)",
			Pattern.CASE_INSENSITIVE);

	/** 机器学习沙龙回顾; Past Machine Learning Salons. */
	private static final Pattern TABLE = Pattern.compile(
			"^" + NAME + "\\s{0,3}(?:往期)?回顾$|^(?:past|previous)\\s{1,3}" + NAME + "$|^" + NAME + "\\s{1,3}archive$",
			Pattern.CASE_INSENSITIVE);

	/** What any club would say. */
	private static final Pattern ANY = Pattern.compile(
			"(?:(?:往期|历史|学术|线上|线下|精彩|沙龙|活动|讲座|分享会|分享)++)|(?:(?:past|our|the|salon|session|meetup|seminar|event|talk)s?\\s*+)++",
			Pattern.CASE_INSENSITIVE);

	private Series() {
	}

	/** The series by the line that gives the coming salon its number. */
	static @Nullable String ofTitle(String title) {
		return name(TITLE.matcher(title));
	}

	/** The series by the heading of a table of past salons. */
	static @Nullable String ofTable(String heading) {
		return name(TABLE.matcher(heading));
	}

	/**
	 * The series of a table, by the name of the coming salon's if it says the same with
	 * some words left out.
	 */
	static @Nullable String named(@Nullable String table, @Nullable String coming) {
		if (table == null || coming == null || coming.length() < table.length()) {
			return table;
		}
		int head = 0;
		while (head < table.length() && table.charAt(head) == coming.charAt(head)) {
			head++;
		}
		return (head > 0 && coming.endsWith(table.substring(head)) && coming.length() <= 2 * table.length()) ? coming
				: table;
	}

	private static @Nullable String name(Matcher matcher) {
		if (!matcher.find()) {
			return null;
		}
		for (int group = 1; group <= matcher.groupCount(); group++) {
			String name = matcher.group(group);
			if (name != null) {
				return ANY.matcher(name.strip()).matches() ? null : name.strip();
			}
		}
		return null;
	}

}
