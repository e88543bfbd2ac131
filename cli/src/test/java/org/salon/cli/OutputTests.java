package org.salon.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutputTests {

	private final StringWriter text = new StringWriter();

	@Test
	void columnsStandBelowEachOtherInChineseToo() {
		new Output(new PrintWriter(this.text), false).table(Client.JSON.createArrayNode(),
				List.of(List.of("A", "B"), List.of("沙龙", "x"), List.of("ab", "y")));
		assertThat(this.text.toString().lines()).containsExactly("A     B", "沙龙  x", "ab    y");
	}

	@Test
	void programsGetTheDocumentAndNothingElse() {
		new Output(new PrintWriter(this.text), true).say(Client.JSON.readTree("{\"a\": 1}"), List.of("words"));
		assertThat(Client.JSON.readTree(this.text.toString())).isEqualTo(Client.JSON.readTree("{\"a\": 1}"));
	}

}
