package org.salon.invitation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The invitation that comes with the system, quirks and all. */
class SampleInvitationTests {

	private static final String SAMPLE = Invitations.resource("sample.md");

	private final ParsedInvitation invitation = Invitations.parse(SAMPLE);

	private final ComingSalon salon = Objects.requireNonNull(this.invitation.salon());

	@Test
	void readsFactsOfComingSalon() {
		assertThat(this.salon.number()).isEqualTo(44);
		assertThat(this.salon.title()).isEqualTo("Non-IID 数据集");
		assertThat(this.salon.host()).isEqualTo("Mo人工智能俱乐部");
		assertThat(this.salon.format()).isEqualTo("线上（Mo平台直播&钉钉直播)");
		assertThat(this.salon.startsAt()).isEqualTo(LocalDateTime.of(2020, 6, 7, 19, 30));
		assertThat(this.salon.endsAt()).isEqualTo(LocalDateTime.of(2020, 6, 7, 21, 30));
		assertThat(this.salon.zone()).isEqualTo(Invitations.SHANGHAI);
		assertThat(this.salon.yearInferred()).isTrue();
	}

	@Test
	void readsTextsOfComingSalon() {
		assertThat(this.salon.speakers()).isEmpty();
		assertThat(this.salon.papers()).containsExactly("Non-IID 数据集");
		assertThat(this.salon.outline()).containsExactly("联邦学习遇到的数据集问题", "LEAF 文章", "NICO 文章");
		assertThat(this.salon.introduction()).isEqualTo(SAMPLE.lines().skip(22).findFirst().orElseThrow());
		assertThat(this.salon.joinText()).isEqualTo("钉钉扫码，加入直播群！");
		assertThat(this.salon.joinLinks()).containsExactly("https://imgbed.momodel.cn/20200516143605.png");
		assertThat(this.salon.about()).isEqualTo(SAMPLE.lines().skip(32).limit(5).collect(Collectors.joining("\n")));
	}

	@Test
	void readsEveryRowAsExpected() {
		String rows = this.invitation.archived()
			.stream()
			.map(SampleInvitationTests::shown)
			.collect(Collectors.joining());
		assertThat(rows).isEqualTo(Invitations.resource("sample-archive.txt"));
	}

	@Test
	void findsAllSalonsWithYearsCountedBack() {
		List<ArchivedSalon> archived = this.invitation.archived();
		assertThat(archived).extracting(ArchivedSalon::number)
			.containsExactlyElementsOf(
					IntStream.concat(IntStream.rangeClosed(1, 28), IntStream.rangeClosed(31, 43)).boxed().toList());
		assertThat(archived).extracting((row) -> row.date().getYear())
			.containsExactlyElementsOf(archived.stream().map((row) -> (row.number() <= 28) ? 2019 : 2020).toList());
		assertThat(archived).extracting(ArchivedSalon::date).isSorted();
	}

	@Test
	void losesNoAddressOfAnyRow() {
		Pattern address = Pattern.compile("https?://[\\w./:?=&-]+");
		Set<String> pairs = new LinkedHashSet<>();
		Set<String> addresses = new LinkedHashSet<>();
		List<String> lines = SAMPLE.lines().toList();
		for (int i = 43; i < lines.size(); i++) {
			int line = i + 1;
			address.matcher(lines.get(i)).results().forEach((match) -> {
				pairs.add(line + " " + match.group());
				addresses.add(match.group());
			});
		}
		List<String> read = this.invitation.archived()
			.stream()
			.flatMap((row) -> row.links().stream().map((link) -> row.line() + " " + link.url()))
			.toList();
		assertThat(pairs).hasSize(86);
		assertThat(addresses).hasSize(57);
		assertThat(read).hasSize(86).containsExactlyInAnyOrderElementsOf(pairs);
	}

	@Test
	void tellsWhatItInferredAndWhatLooksWrong() {
		assertThat(this.invitation.warnings()).extracting((warning) -> warning.line() + " " + warning.code())
			.containsExactly("1 SPEAKERS_MISSING", "8 YEAR_INFERRED", "28 REMOTE_PICTURE", "37 REMOTE_PICTURE",
					"44 ROW_YEARS_COUNTED", "44 NUMBERS_MISSING", "74 LINK_REPEATED");
		assertThat(this.invitation.warnings().get(5).arguments()).containsExactly("29, 30");
	}

	@Test
	void countsBackFromDateGiven() {
		ParsedInvitation moved = Invitations.parse(SAMPLE, LocalDate.of(2026, 11, 29), LocalDate.of(2026, 11, 23));
		assertThat(Objects.requireNonNull(moved.salon()).startsAt()).isEqualTo(LocalDateTime.of(2026, 11, 29, 19, 30));
		assertThat(moved.salon().yearInferred()).isFalse();
		assertThat(moved.archived().getLast().date()).isEqualTo(LocalDate.of(2026, 5, 31));
		assertThat(moved.archived().getFirst().date()).isEqualTo(LocalDate.of(2025, 3, 16));
		assertThat(Invitations.codes(moved)).doesNotContain(WarningCode.WEEKDAY_DIFFERS, WarningCode.YEAR_INFERRED);
	}

	@Test
	void readsTheSameWithWindowsLineEnds() {
		ParsedInvitation windows = Invitations.parse("\uFEFF" + SAMPLE.replace("\n", "\r\n"));
		assertThat(windows).isEqualTo(this.invitation);
	}

	private static String shown(ArchivedSalon row) {
		StringBuilder shown = new StringBuilder("%d %s line %d\n".formatted(row.number(), row.date(), row.line()));
		row.groups()
			.forEach(
					(group) -> shown.append("   【%s】 %s\n".formatted(group.tag(), String.join(" | ", group.topics()))));
		row.links()
			.forEach((link) -> shown.append("   -> %s :: %s %s\n".formatted(link.label(), link.url(), link.kind())));
		row.notes().forEach((note) -> shown.append("   # %s\n".formatted(note)));
		return shown.toString();
	}

}
