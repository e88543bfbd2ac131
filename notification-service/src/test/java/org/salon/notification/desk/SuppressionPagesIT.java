package org.salon.notification.desk;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.notification.NotificationTest;
import org.salon.notification.ledger.Suppressions;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Whom no mail is sent to, as a page. */
@NotificationTest
class SuppressionPagesIT {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Suppressions suppressions;

	private final String part = UUID.randomUUID().toString();

	private final String address = "s-" + this.part + "@example.org";

	private Desk desk;

	@BeforeEach
	void sitDown() {
		this.desk = new Desk(this.mvc);
	}

	@Test
	void addsAnAddressAndLiftsIt() throws Exception {
		this.desk.send("/suppressions", "address", " " + this.address + " ", "reason", "asked by phone")
			.andExpect(redirectedUrl(
					"/operator/mail/suppressions?query=" + this.address.replace("@", "%40") + "&done=added"));
		this.desk.open("/suppressions?query={q}&done=added", this.part.toUpperCase())
			.andExpect(status().isOk())
			.andExpect(content().string(
					stringContainsInOrder("On the list", this.address, "asked by phone", "Lift for " + this.address)));
		this.desk.send("/suppressions", "address", this.address, "reason", "another")
			.andExpect(redirectedUrl(
					"/operator/mail/suppressions?query=" + this.address.replace("@", "%40") + "&done=addedBefore"));
		this.desk.send("/suppressions/lift", "address", this.address)
			.andExpect(redirectedUrl("/operator/mail/suppressions?done=lifted"));
		this.desk.send("/suppressions/lift", "address", this.address)
			.andExpect(redirectedUrl("/operator/mail/suppressions?done=liftedBefore"));
		assertThat(this.suppressions.find(this.address)).isEmpty();
	}

	@Test
	void turnsPages() throws Exception {
		for (int i = 0; i < 51; i++) {
			this.suppressions.add("n" + i + "-" + this.part + "@example.org", "complaint");
		}
		this.desk.open("/suppressions?query=" + this.part)
			.andExpect(content().string(allOf(containsString("51 altogether"),
					containsString("the reader called a mail unwanted"), containsString("page=1"))));
		this.desk.open("/suppressions?page=1&query=" + this.part)
			.andExpect(content().string(allOf(containsString("page=0"), not(containsString("page=2")))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "x", "1000000000", "1.5", "" })
	void knowsNoOtherPages(String page) throws Exception {
		this.desk.open("/suppressions?page={p}", page)
			.andExpect(page.isEmpty() ? status().isOk() : status().isNotFound());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "a@b@c", "a@example.org\r\nBcc: b@example.org", "李雷@example.org",
			"a\0@example.org", "\"><script>alert(1)</script>" })
	void saysBesideTheFieldThatItIsNoAddress(String text) throws Exception {
		this.desk.send("/suppressions", "address", text, "reason", "typed before")
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(allOf(containsString("typed before"), not(containsString("<script>alert")),
					stringContainsInOrder("id=\"address-error\"", "Please give one mail address"))));
	}

	@Test
	void asksForAReason() throws Exception {
		this.desk.send("/suppressions", "address", this.address, "reason", "a\nb")
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(allOf(stringContainsInOrder("id=\"reason-error\"", "Please say why"),
					containsString(this.address))));
		assertThat(this.suppressions.find(this.address)).isEmpty();
	}

	@Test
	void findsNothingWhereNothingIs() throws Exception {
		this.desk.open("/suppressions?query={q}", "%' OR 1=1 --")
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("No such address is on the list")));
		this.desk.send("/suppressions/lift", "address", "a\0b").andExpect(status().is3xxRedirection());
	}

}
