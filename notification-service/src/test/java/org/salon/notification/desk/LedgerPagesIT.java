package org.salon.notification.desk;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.events.salon.SalonAnnounced;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;

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

/** Each mail, each post and the sender's domain, as pages. */
@NotificationTest
class LedgerPagesIT {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	private final int number = Fixtures.number();

	private final UUID member = UUID.randomUUID();

	private final String address = Fixtures.address(this.member);

	private Desk desk;

	@BeforeEach
	void sitDown() {
		this.desk = new Desk(this.mvc);
	}

	@Test
	void tellsTheStoryOfEachMailAndSendsOneAgain() throws Exception {
		this.world.jdbc().sql("INSERT INTO suppression VALUES (?, 'complaint', now())").param(this.address).update();
		this.world.tell(new SalonAnnounced(Fixtures.salon(this.number, this.world.now().plus(Duration.ofDays(3)))), 1);
		this.world.tell(Fixtures.registered(this.number, this.member, this.world.now()), 1);
		this.world.awaitLedger(this.member, "CONFIRMATION SUPPRESSED");
		String id = this.world.row(this.member, "CONFIRMATION").get("id").toString();
		this.desk.open("/deliveries?salon={n}&recipient={r}&state=SUPPRESSED", this.number, this.address)
			.andExpect(status().isOk())
			.andExpect(content().string(stringContainsInOrder("/deliveries/" + id, this.address, "not sent, on purpose",
					"the address takes no mail")));
		this.desk.open("/deliveries/" + id)
			.andExpect(content().string(allOf(containsString("Send now"), containsString(this.address))));
		this.desk.send("/deliveries/" + id + "/retry")
			.andExpect(redirectedUrl("/operator/mail/deliveries/" + id + "?done=retried"));
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		this.desk.send("/deliveries/" + id + "/retry")
			.andExpect(status().isConflict())
			.andExpect(content()
				.string(allOf(containsString("It cannot be sent again"), not(containsString("Send now")))));
	}

	@ParameterizedTest
	@CsvSource({ "salon, x", "salon, -1", "salon, 0", "salon, 99999999999", "state, GONE", "kind, GONE",
			"from, yesterday", "to, 1-1", "recipient, 'a\0b'", "recipient, 'a\r\nb'" })
	void saysBesideTheFieldWhatCannotBeLookedFor(String field, String value) throws Exception {
		this.desk.open("/deliveries?" + field + "={v}", value)
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("id=\"" + field + "-error\"")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/deliveries?after=x", "/deliveries/x", "/channels/pigeon",
			"/deliveries/5e0b7a2c-0000-4000-8000-000000000000", "/channels/dingtalk?page=-1" })
	void saysAsAPageWhatIsNotThere(String path) throws Exception {
		this.desk.open(path)
			.andExpect(status().isNotFound())
			.andExpect(content().string(containsString("There is no such page")));
	}

	@Test
	void showsChannelsAndTheirPosts() throws Exception {
		UUID failed = post("FAILED");
		UUID sent = post("SENT");
		this.world.jdbc().sql("UPDATE channel SET paused_until = now() + interval '9999 days'").update();
		this.desk.open("/channels")
			.andExpect(status().isOk())
			.andExpect(content().string(stringContainsInOrder("DingTalk", "off", "WeCom", "Feishu", "Webhook")));
		String page = "/channels/wecom";
		this.desk.open(page)
			.andExpect(content().string(allOf(containsString("HTTP 200, code 310000"), containsString("Go on now"),
					containsString(failed + "/retry"), not(containsString(sent + "/retry")))));
		this.desk.send(page + "/posts/" + failed + "/retry")
			.andExpect(redirectedUrl("/operator/mail/channels/wecom?done=retried"));
		this.desk.send(page + "/posts/" + sent + "/retry").andExpect(status().isConflict());
		this.desk.send(page + "/posts/" + UUID.randomUUID() + "/retry").andExpect(status().isNotFound());
		this.desk.send(page + "/test")
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString("The channel is off")));
		this.desk.send(page + "/resume").andExpect(redirectedUrl("/operator/mail/channels/wecom?done=channelResumed"));
		assertThat(this.world.jdbc()
			.sql("SELECT count(*) FROM channel WHERE name = 'wecom' AND paused_until IS NOT NULL")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void showsWhatAChannelWouldHavePosted() throws Exception {
		SalonAnnounced announced = new SalonAnnounced(
				Fixtures.salon(this.number, this.world.now().plus(Duration.ofDays(3))));
		this.world.tell(announced, 1);
		this.world.awaitHandled(announced, 1);
		this.desk.open("/channels/feishu?since={s}", this.world.now().minus(Duration.ofHours(1)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Non-IID 数据集")));
		this.desk.open("/channels/feishu?since=yesterday")
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(stringContainsInOrder("value=\"yesterday\"", "id=\"since-error\"")));
	}

	@Test
	void saysWhatTheSendersDomainLacks() throws Exception {
		this.desk.open("/sender")
			.andExpect(status().isOk())
			.andExpect(content().string(stringContainsInOrder("localhost", "SPF: who may send", "could be better",
					"is no domain of the public", "One-click unsubscribing")));
		this.desk.open("/sender?lang=zh-CN").andExpect(content().string(containsString("不是公网域名")));
	}

	private UUID post(String state) {
		UUID id = UUID.randomUUID();
		this.world.jdbc()
			.sql("INSERT INTO channel (name, first_seen_at) VALUES ('wecom', now()) ON CONFLICT DO NOTHING")
			.update();
		this.world.jdbc().sql("""
				INSERT INTO channel_delivery (id, channel, salon_number, kind, occurrence, state, due_at, attempt_at,
					not_after, answer)
				VALUES (?, 'wecom', ?, 'ANNOUNCEMENT', ?, ?, now() + interval '9998 days', now(),
					now() + interval '9999 days', 'HTTP 200, code 310000')
				""").params(id, this.number, id.toString(), state).update();
		return id;
	}

}
