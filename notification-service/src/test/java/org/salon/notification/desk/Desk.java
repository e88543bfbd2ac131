package org.salon.notification.desk;

import java.nio.charset.StandardCharsets;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** The operator's browser, which says that it reads pages in English. */
record Desk(MockMvc mvc) {

	ResultActions open(String path, Object... variables) throws Exception {
		return this.mvc.perform(asOperator(get("/operator/mail" + path, variables)));
	}

	/** Sends a form; fields are names and values in turn. */
	ResultActions send(String path, String... fields) throws Exception {
		MockHttpServletRequestBuilder request = post("/operator/mail" + path).header("Sec-Fetch-Site", "same-origin")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED);
		for (int i = 0; i < fields.length; i += 2) {
			request.param(fields[i], fields[i + 1]);
		}
		return this.mvc.perform(asOperator(request));
	}

	static MockHttpServletRequestBuilder asOperator(MockHttpServletRequestBuilder request) {
		return request.accept(MediaType.TEXT_HTML)
			.header(HttpHeaders.ACCEPT_LANGUAGE, "en")
			.header(HttpHeaders.AUTHORIZATION,
					"Basic " + HttpHeaders.encodeBasicAuth("operator", "test-operator", StandardCharsets.UTF_8));
	}

}
