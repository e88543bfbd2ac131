package org.salon.registration.subscriber;

import java.time.LocalDate;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.salon.access.page.Languages;
import org.salon.registration.input.Refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

class SubscriberFileTests {

	private static final String HEADER = "email,name,language,consent_date,consent_source\n";

	private static final Languages LANGUAGES = new Languages("messages", Locale.SIMPLIFIED_CHINESE);

	@Test
	void readsWhoAgreedWhenAndHow() {
		SubscriberFile file = read(
				"\uFEFF" + HEADER + "Li@Example.org,\"Li, Lei\",en,2025-03-01,\"paper form,\nno. 7\"\n"
						+ "wang@example.org,,,2024-12-31,workshop\n");
		assertThat(file.refused()).isEmpty();
		assertThat(file.candidates())
			.extracting(Candidate::line, (one) -> one.email().key(), Candidate::name, Candidate::language,
					Candidate::givenOn, Candidate::proof)
			.containsExactly(
					tuple(2, "li@example.org", "Li, Lei", "en", LocalDate.of(2025, 3, 1), "paper form,\nno. 7"),
					tuple(4, "wang@example.org", "", "zh-CN", LocalDate.of(2024, 12, 31), "workshop"));
	}

	@ParameterizedTest
	@ValueSource(strings = { ";", "\t" })
	void readsWhatSpreadsheetsOfOtherCountriesWrite(String separator) {
		String text = "Consent source,Email,Consent date\nfair,a@example.org,2025-03-01\n".replace(",", separator);
		assertThat(read(text).candidates()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "'a@example.org,,,2025-03-01,', subscribers.noProof", "'a@example.org,,,,fair', subscribers.noDate",
			"'a@example.org,,,2025-02-30,fair', field.date", "'a@example.org,,,2027-01-01,fair', subscribers.dateRange",
			"'a@example.org,,,1970-01-01,fair', subscribers.dateRange",
			"'a.example.org,,,2025-03-01,fair', email.oneAt", "',,,2025-03-01,fair', field.required",
			"'nobody,,,,', subscribers.noProof", "'a@example.org,www.buy.com,,2025-03-01,fair', name.link",
			"'salon@example.org,,,2025-03-01,fair', email.ours" })
	void refusesLineWithTheReason(String line, String code) {
		SubscriberFile file = read(HEADER + "ok@example.org,,,2025-03-01,fair\n" + line + "\n");
		assertThat(file.candidates()).hasSize(1);
		assertThat(file.refused()).extracting(RefusedLine::line, (one) -> one.problem().code())
			.containsExactly(tuple(3, code));
	}

	@Test
	void takesEachAddressOnce() {
		SubscriberFile file = read(HEADER
				+ "a@example.org,,,2025-03-01,fair\nA@EXAMPLE.ORG,,,2025-03-02,fair\nb@example.org,,,2025-03-01,fair\n");
		assertThat(file.candidates()).hasSize(2);
		assertThat(file.refused()).extracting(RefusedLine::line, (one) -> one.problem().code())
			.containsExactly(tuple(3, "subscribers.twice"));
	}

	@ParameterizedTest
	@CsvSource({ "'', refused.subscribers.empty",
			"'name,consent_date,consent_source', refused.subscribers.noColumn.email",
			"'email,consent_source', refused.subscribers.noColumn.date",
			"'email,consent_date', refused.subscribers.noColumn.proof" })
	void refusesWhatIsNoSuchFile(String text, String code) {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> read(text))
			.satisfies((refused) -> assertThat(refused.code()).isEqualTo(code));
	}

	@Test
	void refusesMoreThanOneImportTakes() {
		String line = "a@example.org,,,2025-03-01,fair\n";
		assertThat(read(HEADER + line.repeat(SubscriberFile.MOST_ROWS)).refused())
			.hasSize(SubscriberFile.MOST_ROWS - 1);
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> read(HEADER + line.repeat(SubscriberFile.MOST_ROWS + 1)));
	}

	private static SubscriberFile read(String text) {
		return SubscriberFile.read(text, LANGUAGES, "salon@example.org", LocalDate.of(2026, 6, 7));
	}

}
