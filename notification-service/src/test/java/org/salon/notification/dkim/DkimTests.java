package org.salon.notification.dkim;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;

import org.apache.james.jdkim.DKIMVerifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Signatures hold before two verifiers: one of the JDK's means, and the library's. */
class DkimTests {

	private static final String MAIL = """
			Date: Mon, 1 Jun 2026 08:00:00 +0000 (UTC)
			From: =?UTF-8?B?5a2m5pyv5rKZ6b6Z?= <salon@example.org>
			To: "Li   Lei" <li@example.net>
			Message-ID: <0198f2c4-0000-7000-8000-000000000002.delivery@example.org>
			Subject: Salon 44
			 is near
			MIME-Version: 1.0
			Content-Type: text/plain; charset=utf-8
			List-Id: Salon <salon.example.org>
			List-Unsubscribe: <https://salon.example.org/unsubscribe/x>
			List-Unsubscribe-Post: List-Unsubscribe=One-Click

			Hello,  \t
			  world.\tIt is\t \tnear.

			.


			""".replace("\n", "\r\n");

	private static KeyPair keys;

	@TempDir
	private Path folder;

	@BeforeAll
	static void makeKeys() {
		keys = Keys.make("RSA", 2048);
	}

	@Test
	void signsSoThatAReceiverCanTell() throws Exception {
		byte[] signed = Keys.dkim(this.folder, keys.getPrivate()).sign(bytes(MAIL));
		SignatureCheck check = new SignatureCheck(signed);
		assertThat(check.bodyIsWhole()).isTrue();
		assertThat(check.isOf(keys.getPublic())).isTrue();
		assertThat(check.tag("d")).isEqualTo("example.org");
		assertThat(check.tag("s")).isEqualTo("mail2026");
		assertThat(check.tag("c")).isEqualTo("relaxed/relaxed");
		assertThat(check.tag("a")).isEqualTo("rsa-sha256");
		assertThat(check.tag("h").split(":")).containsExactlyInAnyOrder("From", "To", "Subject", "Date", "Message-ID",
				"MIME-Version", "Content-Type", "List-Unsubscribe", "List-Unsubscribe-Post", "List-Id");
		assertThat(new String(signed, StandardCharsets.UTF_8)).endsWith(MAIL);
		assertThat(new String(signed, StandardCharsets.UTF_8).lines())
			.allSatisfy((line) -> assertThat(line.length()).isLessThan(998));
	}

	@Test
	void signsSoThatTheLibrarysVerifierCanTell() throws Exception {
		byte[] signed = Keys.dkim(this.folder, keys.getPrivate()).sign(bytes(MAIL));
		String record = "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
		DKIMVerifier verifier = new DKIMVerifier((method, selector, domain) -> List.of(record));
		assertThat(verifier.verify(new ByteArrayInputStream(signed))).hasSize(1);
	}

	@Test
	void signsAMailWithoutTheFieldsForUnsubscribing() throws Exception {
		String mail = MAIL.replaceAll("List-[^\r]+\r\n", "");
		SignatureCheck check = new SignatureCheck(Keys.dkim(this.folder, keys.getPrivate()).sign(bytes(mail)));
		assertThat(check.bodyIsWhole()).isTrue();
		assertThat(check.isOf(keys.getPublic())).isTrue();
	}

	@Test
	void givesTheSameSignatureToTheSameMail() throws Exception {
		Dkim dkim = Keys.dkim(this.folder, keys.getPrivate());
		assertThat(dkim.sign(bytes(MAIL))).isEqualTo(dkim.sign(bytes(MAIL)));
	}

	@ParameterizedTest
	@CsvSource({ "Salon 44, Salon 45", "li@example.net, lu@example.net", "One-Click, One-Clack",
			"unsubscribe/x, unsubscribe/y" })
	void losesItsSignatureWhenAFieldIsChanged(String old, String changed) throws Exception {
		String signed = new String(Keys.dkim(this.folder, keys.getPrivate()).sign(bytes(MAIL)), StandardCharsets.UTF_8);
		SignatureCheck check = new SignatureCheck(bytes(signed.replace(old, changed)));
		assertThat(check.isOf(keys.getPublic())).isFalse();
	}

	@Test
	void losesItsSignatureWhenItsTextIsChangedAndUnderAnotherKey() throws Exception {
		String signed = new String(Keys.dkim(this.folder, keys.getPrivate()).sign(bytes(MAIL)), StandardCharsets.UTF_8);
		assertThat(new SignatureCheck(bytes(signed.replace("world", "word"))).bodyIsWhole()).isFalse();
		assertThat(new SignatureCheck(bytes(signed)).isOf(Keys.make("RSA", 2048).getPublic())).isFalse();
	}

	@Test
	void leavesMailsAsTheyAreWithoutAKey() {
		assertThat(Keys.none().sign(bytes(MAIL))).isEqualTo(bytes(MAIL));
		assertThat(Keys.none().identity()).isEmpty();
	}

	@Test
	void refusesToStartWithAKeyThatIsNone() throws Exception {
		assertRefused("is no RSA key", file("PRIVATE KEY", Keys.make("EC", 256).getPrivate().getEncoded()));
		assertRefused("is no RSA key", file("PRIVATE KEY", new byte[] { 1, 2, 3 }));
		assertRefused("has fewer than 1024 bits", file("PRIVATE KEY", Keys.make("RSA", 512).getPrivate().getEncoded()));
		assertRefused("openssl pkcs8 -topk8 -nocrypt", file("RSA PRIVATE KEY", new byte[] { 1, 2, 3 }));
		assertRefused("openssl pkcs8 -topk8 -nocrypt", file("ENCRYPTED PRIVATE KEY", new byte[] { 1, 2, 3 }));
		assertRefused("has no -----BEGIN PRIVATE KEY-----", file("PUBLIC KEY", keys.getPublic().getEncoded()));
		assertRefused("cannot be read", this.folder.resolve("missing.pem"));
		Path large = Files.write(this.folder.resolve("large.pem"), new byte[100_000]);
		assertRefused("is too large", large);
	}

	@ParameterizedTest
	@CsvSource({ "example.org, mail, ''", "example.org, '', key.pem", "'', mail, key.pem", "'', '', key.pem" })
	void refusesToStartWithHalfOfTheSettings(String domain, String selector, String file) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Dkim(new DkimProperties(domain, selector, file)))
			.withMessageContainingAll("SALON_DKIM_DOMAIN", "SALON_DKIM_SELECTOR", "SALON_DKIM_KEY_FILE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "example.org; h=from", "exa mple.org", "-example.org", "example..org", "例子.org" })
	void refusesToStartWithADomainThatIsNone(String domain) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Dkim(new DkimProperties(domain, "mail", "key.pem")))
			.withMessageContaining("SALON_DKIM_DOMAIN");
	}

	private Path file(String label, byte[] content) throws Exception {
		Path file = this.folder.resolve("wrong.pem");
		Keys.write(file, label, content);
		return file;
	}

	private static void assertRefused(String words, Path file) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Dkim(new DkimProperties("example.org", "mail", file.toString())))
			.withMessageContaining(words)
			.withMessageContaining("SALON_DKIM_KEY_FILE");
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
