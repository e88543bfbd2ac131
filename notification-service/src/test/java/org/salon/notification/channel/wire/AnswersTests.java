package org.salon.notification.channel.wire;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salon.notification.channel.http.HttpTarget;
import org.salon.notification.channel.wire.Answer.Verdict;
import org.salon.outbound.HttpReply;

import static org.assertj.core.api.Assertions.assertThat;

class AnswersTests {

	private static final String TOKEN = "0123456789abcdef0123456789abcdef";

	private static final String SECRET = "SEC000000000000000000000";

	private static final HttpTarget TARGET = HttpTarget.of("X",
			"https://robot.example.org/hook/" + TOKEN + "?access_token=" + TOKEN, SECRET, Set.of());

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			200 | {"errcode":0,"errmsg":"ok"}                          | SENT
			200 | {"errcode":310000,"errmsg":"sign not match"}         | REFUSED
			200 | {"errcode":130101,"errmsg":"send too fast"}          | LIMITED
			200 | {"errcode":410100}                                   | LIMITED
			200 | {"errcode":-1,"errmsg":"system busy"}                | LATER
			200 | {}                                                   | UNKNOWN
			200 | <html>                                               | UNKNOWN
			500 | {}                                                   | LATER
			302 | {}                                                   | REFUSED
			404 | {"errcode":0}                                        | REFUSED
			429 | busy                                                 | LIMITED
			""")
	void readsWhatDingTalkSays(int status, String body, Verdict verdict) {
		assertThat(new DingTalk(TARGET, SECRET).read(reply(status, body)).verdict()).isEqualTo(verdict);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			200 | {"errcode":0,"errmsg":"ok"}                          | SENT
			200 | {"errcode":93000,"errmsg":"invalid webhook url"}     | REFUSED
			200 | {"errcode":45009,"errmsg":"api freq out of limit"}   | LIMITED
			""")
	void readsWhatWeComSays(int status, String body, Verdict verdict) {
		assertThat(new WeCom(TARGET).read(reply(status, body)).verdict()).isEqualTo(verdict);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			200 | {"code":0,"msg":"success","data":{}}                 | SENT
			200 | {"StatusCode":0,"StatusMessage":"success"}           | SENT
			200 | {"code":19021,"msg":"sign match fail"}               | REFUSED
			200 | {"code":11232,"msg":"frequency limited"}             | LIMITED
			400 | {"code":9499,"msg":"too many request"}               | LIMITED
			400 | {"code":9499999,"msg":"bad"}                         | REFUSED
			""")
	void readsWhatFeishuSays(int status, String body, Verdict verdict) {
		assertThat(new Feishu(TARGET, SECRET).read(reply(status, body)).verdict()).isEqualTo(verdict);
	}

	@Test
	void waitsAsLongAsTheServerAsks() {
		HttpReply reply = new HttpReply(429, "", Duration.ofSeconds(7));
		assertThat(new DingTalk(TARGET, SECRET).read(reply).pause()).isEqualTo(Duration.ofSeconds(7));
		assertThat(new DingTalk(TARGET, SECRET).read(reply(200, "{\"errcode\":130101}")).pause())
			.isEqualTo(Duration.ofMinutes(10));
	}

	@Test
	void repeatsNoSecretThatWasSaidToIt() {
		String text = new DingTalk(TARGET, SECRET)
			.read(reply(200,
					"{\"errcode\":40035,\"errmsg\":\"token " + TOKEN + " and " + SECRET + "\\nare\\u202E wrong\"}"))
			.text();
		assertThat(text).isEqualTo("HTTP 200, code 40035: token … and … are wrong");
		assertThat(TARGET.toString()).doesNotContain(TOKEN);
	}

	private static HttpReply reply(int status, String body) {
		return new HttpReply(status, body, null);
	}

}
