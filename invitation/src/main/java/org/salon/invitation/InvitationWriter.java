package org.salon.invitation;

import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * Writes an invitation in the club's form, ready to be posted: facts, programme, where to
 * sign up and to join, and the tables of past salons. {@link InvitationParser} reads the
 * same salon out of it, and the same rows.
 *
 * <p>
 * What somebody wrote into a field stays in its place: of a longer text in Markdown,
 * headings that would open a part of the invitation become emphasised lines, a table of
 * salons becomes text, and a fence that was left open is closed.
 */
public final class InvitationWriter {

	private static final String ANY_SERIES = "沙龙";

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年MM月dd日");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

	/** Below the headings of the form's own parts. */
	private static final int LEAST_LEVEL = 5;

	private static final Pattern PICTURE = Pattern.compile(".*\\.(?:png|jpe?g|webp|gif|svg)", Pattern.CASE_INSENSITIVE);

	private final StringBuilder text = new StringBuilder();

	private InvitationWriter() {
	}

	/**
	 * The invitation.
	 * @param salon with as much of how to join as all may read
	 * @param signUp address of the page to sign up on
	 * @param past salons, none after the coming one
	 */
	public static String write(ComingSalon salon, String signUp, List<ArchivedSalon> past) {
		InvitationWriter writer = new InvitationWriter();
		writer.facts(salon);
		writer.part("### 报名", "[在线报名](" + signUp + ")");
		writer.programme(salon);
		writer.join(salon);
		writer.part("## 关于我们", prose(salon.about()));
		writer.text.append(ArchiveTable.write(past, salon.startsAt().toLocalDate()));
		return writer.text.toString();
	}

	private void facts(ComingSalon salon) {
		String name = "第 " + salon.number() + " 期"
				+ MarkdownCell.text(Objects.requireNonNullElse(salon.series(), ANY_SERIES));
		this.text.append("# ").append(name).append("邀请函\n\n");
		this.text.append("诚邀各位参加").append(name).append("，欢迎带着问题来，一起读、一起讨论！\n\n");
		fact("活动主题", salon.title());
		fact("活动举办方", salon.host());
		fact("活动方式", salon.format());
		String weekday = salon.startsAt().getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.SIMPLIFIED_CHINESE);
		this.text.append("+ 活动时间：")
			.append(DAY.format(salon.startsAt()))
			.append('（')
			.append(weekday)
			.append('）')
			.append(TIME.format(salon.startsAt()))
			.append('-')
			.append(TIME.format(salon.endsAt()))
			.append("\n\n");
	}

	private void fact(String name, @Nullable String value) {
		if (value != null) {
			this.text.append("+ ").append(name).append('：').append(MarkdownCell.text(value)).append('\n');
		}
	}

	private void programme(ComingSalon salon) {
		this.text.append("### 活动内容\n\n");
		part("#### 主讲人", list(salon.speakers().stream().map(InvitationWriter::speaker).toList()));
		part("#### 分享论文", list(salon.papers()));
		StringBuilder outline = new StringBuilder();
		for (int i = 0; i < salon.outline().size(); i++) {
			outline.append(i + 1).append(". ").append(MarkdownCell.text(salon.outline().get(i))).append('\n');
		}
		part("#### 大纲", outline.toString().strip());
		part("#### 引言", prose(salon.introduction()));
	}

	private void join(ComingSalon salon) {
		StringBuilder join = new StringBuilder();
		if (salon.joinText() != null) {
			salon.joinText().lines().forEach((line) -> join.append(MarkdownCell.text(line)).append("  \n"));
		}
		for (String link : salon.joinLinks()) {
			if (!join.toString().contains(link)) {
				// A group's QR code is to be seen; its address says nothing.
				boolean picture = PICTURE.matcher(link).matches();
				join.append(picture ? "\n![](<" : "\n<")
					.append(link.replace(">", "%3E"))
					.append(picture ? ">)\n" : ">\n");
			}
		}
		part("### 活动地址", join.toString().strip());
	}

	private void part(String heading, String content) {
		if (!content.isEmpty()) {
			this.text.append(heading).append("\n\n").append(content).append("\n\n");
		}
	}

	private static String speaker(Speaker speaker) {
		return (speaker.affiliation() != null) ? speaker.name() + "（" + speaker.affiliation() + "）" : speaker.name();
	}

	private static String list(List<String> items) {
		return String.join("\n", items.stream().map((item) -> "- " + MarkdownCell.text(item)).toList());
	}

	private static String prose(@Nullable String markdown) {
		if (markdown == null || markdown.isBlank()) {
			return "";
		}
		InvitationDocument document = InvitationDocument.parse(markdown);
		StringBuilder kept = new StringBuilder();
		int done = 0;
		for (Node block : document.blocks()) {
			kept.append(document.source(), done, InvitationDocument.start(block));
			kept.append(tamed(block, document.source()));
			done = InvitationDocument.end(block);
		}
		return kept.append(document.source().substring(done)).toString().strip();
	}

	private static String tamed(Node block, String source) {
		String passage = source.substring(InvitationDocument.start(block), InvitationDocument.end(block));
		String heading = Section.headingText(block);
		if (heading != null && opens(block, heading)) {
			return "*" + MarkdownCell.text(heading) + "*";
		}
		if (ArchiveTables.lists(block)) {
			return passage.replace("|", "\\|");
		}
		if (block instanceof FencedCodeBlock code && code.getClosingFenceLength() == null) {
			return passage + "\n" + code.getFenceCharacter().repeat(code.getOpeningFenceLength());
		}
		return passage;
	}

	private static boolean opens(Node block, String heading) {
		boolean large = block instanceof Heading real && real.getLevel() < LEAST_LEVEL;
		return large || Field.headed(heading) != null || SalonNumber.in(heading) != null;
	}

}
