package org.salon.registration.registration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AttendeeTableTests {

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "\uFF1D1" })
	void keepsFormulaFromRunning(String cell) {
		assertThat(AttendeeTable.cell(cell)).isEqualTo("'" + cell);
	}

	@Test
	void quotesWhatWouldEndCell() {
		assertThat(AttendeeTable.cell("a\"b,c\r\nd")).isEqualTo("\"a\"\"b,c\r\nd\"");
		assertThat(AttendeeTable.cell("\t=1")).isEqualTo("\"'\t=1\"");
		assertThat(AttendeeTable.cell("\0=1")).isEqualTo("'=1");
		assertThat(AttendeeTable.cell(null)).isEmpty();
	}

}
