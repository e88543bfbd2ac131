package org.salon.notification.operator;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salon.notification.NotificationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The operator asks what the sender's domain says; here it is this machine. */
@NotificationTest
class SenderCheckControllerIT {

	@Autowired
	private MockMvc mvc;

	@ParameterizedTest
	@CsvSource({ "en, is no domain of the public", "zh-CN, 不是公网域名" })
	void saysInTheReadersLanguageThatMailsStayHere(String language, String words) throws Exception {
		HttpHeaders headers = new HttpHeaders();
		headers.setBasicAuth("operator", "test-operator");
		headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
		this.mvc.perform(get("/api/sender-check").headers(headers))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.domain").value("localhost"))
			.andExpect(jsonPath("$.checks", hasSize(4)))
			.andExpect(jsonPath("$.checks[0].check").value("SPF"))
			.andExpect(jsonPath("$.checks[0].grade").value("WARN"))
			.andExpect(jsonPath("$.checks[0].explanation", containsString(words)));
	}

}
