package org.salon.invitation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Texts to read, and the days to read them on. */
final class Invitations {

	static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

	/** A week before the salon of the sample. */
	static final LocalDate WEEK_BEFORE = LocalDate.of(2020, 5, 30);

	private Invitations() {
	}

	static String resource(String name) {
		try (InputStream stream = Invitations.class.getResourceAsStream("/invitations/" + name)) {
			return InvitationText.decode(Objects.requireNonNull(stream, name).readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static ParsedInvitation parse(String markdown) {
		return parse(markdown, null, WEEK_BEFORE);
	}

	static ParsedInvitation parse(String markdown, @Nullable LocalDate date, LocalDate today) {
		return InvitationParser.parse(markdown, new ParseOptions(date, today, SHANGHAI));
	}

	static ComingSalon salon(String markdown) {
		return Objects.requireNonNull(parse(markdown).salon());
	}

	/** A short invitation at a time as named. */
	static String at(String time) {
		return "# 第 44 期沙龙邀请函\n\n+ 活动主题：数据集\n+ 活动时间：" + time + "\n";
	}

	/** A short invitation with one past salon, whose links are as given. */
	static String withLinks(String cell) {
		return withRow("| 43 | 2020.5.31 | 【论文】甲；乙 | " + cell + " |");
	}

	static String withRow(String row) {
		return at("2020年6月7日 19:30-21:30") + "\n| 期数 | 时间 | 内容 | 链接 |\n|---|---|---|---|\n" + row + "\n";
	}

	static ArchivedSalon archived(String markdown) {
		return parse(markdown).archived().getFirst();
	}

	static List<WarningCode> codes(ParsedInvitation invitation) {
		return invitation.warnings().stream().map(Warning::code).toList();
	}

}
