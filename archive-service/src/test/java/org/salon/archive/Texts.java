package org.salon.archive;

import java.util.stream.Stream;

/** What people write, by mistake or not, and no file may break by. */
public final class Texts {

	private Texts() {
	}

	/** To be used as a source of arguments. */
	public static Stream<String> bad() {
		return Stream.of("</script><script>alert(1)</script>", "]]>", "one\r\ntwo", "\u202Egnp.exe", "=1+1",
				"'=HYPERLINK(\"https://example.org\")", "50 % of {x} & \\alpha_1^2 ~ $y$ # \"z\"", "}{", "a；b】c\\n【d",
				"a, b and others", "<!-- & --> &amp;", "BEGIN:VEVENT", "😀𠮷");
	}

}
