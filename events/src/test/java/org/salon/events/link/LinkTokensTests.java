package org.salon.events.link;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LinkTokensTests {

	private static final Instant NOW = Instant.parse("2026-06-07T11:30:00Z");

	private static final byte[] KEY = "a key of thirty-two bytes, or so".getBytes(StandardCharsets.US_ASCII);

	private static final LinkToken TOKEN = new LinkToken(LinkPurpose.REGISTRATION,
			UUID.fromString("8f14e45f-ceea-467f-a5d1-9b1f2c3d4e5f"), 3, NOW.plusSeconds(60));

	private final LinkTokens tokens = new LinkTokens(Base64.getEncoder().encodeToString(KEY));

	@ParameterizedTest
	@EnumSource
	void readsWhatItSigned(LinkPurpose purpose) {
		LinkToken token = new LinkToken(purpose, TOKEN.id(), Integer.MAX_VALUE, TOKEN.expiresAt());
		assertThat(this.tokens.read(this.tokens.sign(token), purpose, NOW)).contains(token);
	}

	@Test
	void fitsIntoAnAddressAsItIs() {
		assertThat(this.tokens.sign(TOKEN)).matches("[A-Za-z0-9_-]{83}");
	}

	/** Links in mails of today must be good after an upgrade. */
	@Test
	void signsAsBefore() {
		assertThat(this.tokens.sign(TOKEN))
			.isEqualTo("AXKPFORfzupGf6XRmx8sPU5fAAAAAwAAAABqJVZ0anpp0UCTD_Gt95HPDt9wT2F7IgHyuahjyWp75N_1cQ4");
	}

	@Test
	void isGoodUntilTheSecondBeforeItExpires() {
		String text = this.tokens.sign(TOKEN);
		assertThat(this.tokens.read(text, TOKEN.purpose(), TOKEN.expiresAt().minusNanos(1))).contains(TOKEN);
		assertThat(this.tokens.read(text, TOKEN.purpose(), TOKEN.expiresAt())).isEmpty();
		assertThat(this.tokens.read(text, TOKEN.purpose(), TOKEN.expiresAt().plusSeconds(1))).isEmpty();
	}

	@Test
	void isForOnePurposeOnly() {
		for (LinkPurpose signed : LinkPurpose.values()) {
			String text = this.tokens.sign(new LinkToken(signed, TOKEN.id(), 1, TOKEN.expiresAt()));
			for (LinkPurpose asked : LinkPurpose.values()) {
				assertThat(this.tokens.read(text, asked, NOW).isPresent()).isEqualTo(signed == asked);
			}
		}
	}

	@Test
	void isVoidWithAnyBitChanged() {
		byte[] signed = Base64.getUrlDecoder().decode(this.tokens.sign(TOKEN));
		for (int bit = 0; bit < signed.length * 8; bit++) {
			byte[] tampered = signed.clone();
			tampered[bit / 8] ^= (byte) (1 << (bit % 8));
			assertThat(read(tampered)).as("bit %s", bit).isFalse();
		}
	}

	@Test
	void isVoidWithAnyCharacterChanged() {
		String text = this.tokens.sign(TOKEN);
		for (int i = 0; i < text.length(); i++) {
			char other = (text.charAt(i) == 'A') ? 'B' : 'A';
			String tampered = text.substring(0, i) + other + text.substring(i + 1);
			assertThat(this.tokens.read(tampered, TOKEN.purpose(), NOW)).as("character %s", i).isEmpty();
		}
	}

	@Test
	void isVoidWhenCutOrExtended() {
		byte[] signed = Base64.getUrlDecoder().decode(this.tokens.sign(TOKEN));
		for (int length = 0; length < signed.length; length++) {
			assertThat(read(Arrays.copyOf(signed, length))).as("length %s", length).isFalse();
		}
		assertThat(read(Arrays.copyOf(signed, signed.length + 1))).isFalse();
	}

	@Test
	void isVoidUnderAnotherKey() {
		byte[] other = KEY.clone();
		other[31] ^= 1;
		LinkTokens others = new LinkTokens(Base64.getEncoder().encodeToString(other));
		assertThat(others.read(this.tokens.sign(TOKEN), TOKEN.purpose(), NOW)).isEmpty();
	}

	@Test
	void isVoidInAnotherVersionThoughSigned() throws Exception {
		byte[] signed = Base64.getUrlDecoder().decode(this.tokens.sign(TOKEN));
		byte[] payload = Arrays.copyOf(signed, signed.length - 32);
		payload[0] = 2;
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
		System.arraycopy(payload, 0, signed, 0, payload.length);
		System.arraycopy(mac.doFinal(payload), 0, signed, payload.length, 32);
		assertThat(read(signed)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "=", "not a token", "../../etc/passwd", "%00", "王小明", "A", "\r\nBcc: x" })
	void isVoidWhenItIsNoToken(String text) {
		assertThat(this.tokens.read(text, LinkPurpose.REGISTRATION, NOW)).isEmpty();
	}

	@Test
	void refusesAKeyThatIsTooShort() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new LinkTokens(Base64.getEncoder().encodeToString(new byte[31])))
			.withMessageContaining("at least 32 bytes");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "not base64 at all!", "{}" })
	void refusesAKeyThatIsNotBase64(String key) {
		assertThatIllegalArgumentException().isThrownBy(() -> new LinkTokens(key));
	}

	@Test
	void takesAKeyWithALineBreakAfterIt() {
		LinkTokens same = new LinkTokens(Base64.getEncoder().encodeToString(KEY) + "\n");
		assertThat(same.read(this.tokens.sign(TOKEN), TOKEN.purpose(), NOW)).contains(TOKEN);
	}

	private boolean read(byte[] signed) {
		String text = Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
		return this.tokens.read(text, TOKEN.purpose(), NOW).isPresent();
	}

}
