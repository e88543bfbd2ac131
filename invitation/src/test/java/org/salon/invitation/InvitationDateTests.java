package org.salon.invitation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.invitation.InvalidInvitation.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** When the coming salon is, however it is written. */
class InvitationDateTests {

	@ParameterizedTest
	@ValueSource(strings = { "06月07日19：30-21：30（周日）", "2020年6月7日（周日）19:30—21:30", "2020-06-07 19:30-21:30",
			"2020.6.7 晚上7:30-9:30", "周日 6.7 19:30～21:30", "6月7日 星期日 晚7点半到9点半", "Sunday, June 7, 7:30 - 9:30 pm",
			"7 June 2020, 7:30pm–9:30pm", "Sun 7th of June 19:30 to 21:30", "2020/6/7 19点30分-21点30分" })
	void understandsManyWaysToWriteIt(String time) {
		ComingSalon salon = Invitations.salon(Invitations.at(time));
		assertThat(salon.startsAt()).isEqualTo(LocalDateTime.of(2020, 6, 7, 19, 30));
		assertThat(salon.endsAt()).isEqualTo(LocalDateTime.of(2020, 6, 7, 21, 30));
	}

	@Test
	void endsTwoHoursAfterStartIfNoEndIsNamed() {
		ParsedInvitation invitation = Invitations.parse(Invitations.at("2020年6月7日 19:30"));
		assertThat(Objects.requireNonNull(invitation.salon()).endsAt()).isEqualTo(LocalDateTime.of(2020, 6, 7, 21, 30));
		assertThat(Invitations.codes(invitation)).contains(WarningCode.END_MISSING);
	}

	@Test
	void endsOnNextDayIfEndIsBeforeStart() {
		ParsedInvitation invitation = Invitations.parse(Invitations.at("2020年6月7日 23:00-01:00"));
		assertThat(Objects.requireNonNull(invitation.salon()).endsAt()).isEqualTo(LocalDateTime.of(2020, 6, 8, 1, 0));
		assertThat(Invitations.codes(invitation)).contains(WarningCode.END_NEXT_DAY);
	}

	@Test
	void takesComingYearThatItsWeekdayFits() {
		ParsedInvitation invitation = Invitations.parse(Invitations.at("6月7日（周日）19:30-21:30"), null,
				LocalDate.of(2026, 5, 20));
		assertThat(Objects.requireNonNull(invitation.salon()).startsAt().getYear()).isEqualTo(2026);
		assertThat(invitation.salon().yearInferred()).isTrue();
		assertThat(Invitations.codes(invitation)).contains(WarningCode.YEAR_INFERRED);
	}

	@Test
	void takesPastYearIfItIsTheOnlyOne() {
		ParsedInvitation invitation = Invitations.parse(Invitations.at("6月7日（周日）19:30-21:30"), null,
				LocalDate.of(2036, 1, 1));
		assertThat(Objects.requireNonNull(invitation.salon()).startsAt().getYear()).isEqualTo(2026);
		assertThat(Invitations.codes(invitation)).contains(WarningCode.YEAR_INFERRED_PAST);
	}

	@Test
	void asksWhereWeekdayLeavesSeveralYears() {
		assertThatExceptionOfType(InvalidInvitation.class)
			.isThrownBy(() -> Invitations.parse(Invitations.resource("sample.md"), null, LocalDate.of(2026, 11, 23)))
			.satisfies((ex) -> {
				assertThat(ex.reason()).isEqualTo(Reason.YEAR_UNKNOWN);
				assertThat(ex.line()).isEqualTo(8);
				assertThat(ex).hasMessageContaining("2026, 2020").hasMessageContaining("“date”");
			});
	}

	@ParameterizedTest
	@CsvSource({ "6月7日 19:30-21:30, YEAR_UNKNOWN", "2月30日（周日）19:30, DATE_INVALID", "2021年2月29日 19:30, DATE_INVALID",
			"13月1日 19:30, DATE_INVALID", "待定, NO_DATE", "19:30-21:30, NO_DATE", "2020年6月7日, NO_TIME",
			"2020年6月7日 25:70, NO_TIME", "2020年6月7日或2020年6月8日 19:30, TWO_DATES" })
	void asksWhereTimeIsNotDecided(String time, Reason reason) {
		assertThatExceptionOfType(InvalidInvitation.class).isThrownBy(() -> Invitations.parse(Invitations.at(time)))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

	@Test
	void refusesGreetingThatContradictsTime() {
		String text = "# 第 44 期\n\n06月14日（周日）见！\n\n+ 活动时间：06月07日19:30-21:30\n";
		assertThatExceptionOfType(InvalidInvitation.class).isThrownBy(() -> Invitations.parse(text)).satisfies((ex) -> {
			assertThat(ex.reason()).isEqualTo(Reason.TWO_DATES);
			assertThat(ex.arguments()).containsExactly("06月07日", "5", "06月14日", "3");
		});
	}

	@Test
	void letsDateGivenDecideContradiction() {
		String text = "# 第 44 期\n\n06月14日（周日）见！\n\n+ 活动时间：06月07日19:30-21:30\n";
		ParsedInvitation invitation = Invitations.parse(text, LocalDate.of(2020, 6, 14), Invitations.WEEK_BEFORE);
		assertThat(Objects.requireNonNull(invitation.salon()).startsAt())
			.isEqualTo(LocalDateTime.of(2020, 6, 14, 19, 30));
		assertThat(Invitations.codes(invitation)).contains(WarningCode.DATES_DIFFER);
	}

	@Test
	void warnsOfWeekdayThatDoesNotFitDateGiven() {
		ParsedInvitation invitation = Invitations.parse(Invitations.at("6月7日（周日）19:30-21:30"),
				LocalDate.of(2026, 11, 30), LocalDate.of(2026, 11, 23));
		assertThat(Objects.requireNonNull(invitation.salon()).startsAt())
			.isEqualTo(LocalDateTime.of(2026, 11, 30, 19, 30));
		assertThat(invitation.warnings()).anySatisfy((warning) -> {
			assertThat(warning.code()).isEqualTo(WarningCode.WEEKDAY_DIFFERS);
			assertThat(warning.message(Locale.ENGLISH)).isEqualTo("The text says Sunday, but 2026-11-30 is a Monday.");
		});
	}

	@Test
	void warnsOfWeekdayThatDoesNotFitYearInText() {
		assertThat(Invitations.codes(Invitations.parse(Invitations.at("2020年6月7日（周六）19:30-21:30"))))
			.contains(WarningCode.WEEKDAY_DIFFERS);
	}

}
