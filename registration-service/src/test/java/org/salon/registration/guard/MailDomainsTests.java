package org.salon.registration.guard;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MailDomainsTests {

	@ParameterizedTest
	@CsvSource({ "lin@gamil.com, lin@gmail.com", "lin@gmial.com, lin@gmail.com", "lin@gmail.con, lin@gmail.com",
			"lin@gmai.com, lin@gmail.com", "lin@gmaill.com, lin@gmail.com", "lin@GMAL.com, lin@gmail.com",
			"lin@qq.con, lin@qq.com", "lin@qq.cm, lin@qq.com", "lin@163.co, lin@163.com",
			"a@hotmial.com, a@hotmail.com", "a@outlok.com, a@outlook.com", "a@iclod.com, a@icloud.com",
			"a+b@foxmial.com, a+b@foxmail.com" })
	void pointsOutSlipInPopularDomain(String typed, String meant) {
		assertThat(MailDomains.suggestion(typed)).contains(meant);
	}

	@ParameterizedTest
	@ValueSource(strings = { "lin@gmail.com", "lin@mail.com", "lin@ymail.com", "lin@263.com", "lin@aq.com", "lin@q.com",
			"lin@example.org", "lin@163.net", "lin@sina.com.cn", "lin@ece.edu", "@gmial.com", "gmial.com", "" })
	void leavesAloneWhatMayWellBeRight(String typed) {
		assertThat(MailDomains.suggestion(typed)).isEmpty();
	}

}
