package org.salon.invitation;

import java.util.regex.Pattern;

/** What the texts around links have in common. */
final class Labels {

	private static final Pattern GENERIC = Pattern.compile(
			"(?:点击|点此|请点击|查看|观看|打开|下载|这里|此处|链接|地址|网址|here|click|link|watch|open|view|download|\\s|this|the)++",
			Pattern.CASE_INSENSITIVE);

	private static final String OPEN = "（([";

	private static final String CLOSE = "）)]";

	private Labels() {
	}

	/**
	 * Where the first colon stands, -1 if there is none; that of an address does not
	 * count.
	 */
	static int colon(String text) {
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character == '：' || (character == ':' && !text.startsWith("//", i + 1))) {
				return i;
			}
		}
		return -1;
	}

	static boolean endsWithColon(CharSequence text) {
		int last = text.length() - 1;
		while (last >= 0 && text.charAt(last) == ' ') {
			last--;
		}
		return last >= 0 && (text.charAt(last) == '：' || text.charAt(last) == ':');
	}

	/** Without the punctuation that leads up to a link. */
	static String clean(String text) {
		int from = 0;
		int to = text.length();
		while (from < to && loose(text.charAt(from), "，,、；;。|：:")) {
			from++;
		}
		while (to > from && loose(text.charAt(to - 1), "：:，,、；;|-—")) {
			to--;
		}
		return text.substring(from, to);
	}

	private static boolean loose(char character, String punctuation) {
		return Character.isWhitespace(character) || character == '\u3000' || punctuation.indexOf(character) >= 0;
	}

	/** Whether a label such as "click here" says nothing about what the link leads to. */
	static boolean generic(String label) {
		return GENERIC.matcher(label).matches();
	}

	/** Whether the whole text is one remark in brackets. */
	static boolean bracketed(String text) {
		return !text.isEmpty() && closing(text) == text.length() - 1;
	}

	/** Where the bracket that the text opens with is closed; -1 if it opens with none. */
	static int closing(String text) {
		if (text.isEmpty() || !opens(text.charAt(0))) {
			return -1;
		}
		int depth = 0;
		for (int i = 0; i < text.length(); i++) {
			depth += opens(text.charAt(i)) ? 1 : closes(text.charAt(i)) ? -1 : 0;
			if (depth == 0) {
				return i;
			}
		}
		return -1;
	}

	static String unbracketed(String text) {
		return bracketed(text) ? text.substring(1, text.length() - 1).strip() : text;
	}

	static boolean opens(char character) {
		return OPEN.indexOf(character) >= 0;
	}

	static boolean closes(char character) {
		return CLOSE.indexOf(character) >= 0;
	}

}
