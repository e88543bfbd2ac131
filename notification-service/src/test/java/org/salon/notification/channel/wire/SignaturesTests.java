package org.salon.notification.channel.wire;

import java.util.Base64;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The expected values were computed by {@code openssl dgst} and by Python's hmac. */
class SignaturesTests {

	@Test
	void signsForDingTalk() {
		assertThat(Signatures.dingTalk("1780000000001", "SEC000000000000000000000"))
			.isEqualTo("YSDXds0zpyrq/WZ8qC+QPx6tFogGEL1Kx9+IzD/OjTY=");
	}

	@Test
	void signsForFeishu() {
		assertThat(Signatures.feishu("1599360473", "demo")).isEqualTo("l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=");
	}

	/** The example of the specification. */
	@Test
	void signsAsStandardWebhooksHaveIt() {
		assertThat(Signatures.webhook("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "{\"test\": 2432232314}",
				Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")))
			.isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
	}

}
