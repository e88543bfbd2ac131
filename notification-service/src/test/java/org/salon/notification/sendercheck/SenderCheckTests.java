package org.salon.notification.sendercheck;

import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.notification.Fixtures;
import org.salon.notification.dkim.Dkim;
import org.salon.notification.dkim.Keys;
import org.salon.notification.mail.LetterProperties;
import org.salon.notification.mail.LinkProperties;
import org.salon.notification.returnpath.Paths;
import org.salon.notification.returnpath.ReturnPaths;
import org.salon.notification.sendercheck.SenderReport.Line;
import org.salon.notification.sendercheck.SenderReport.Report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The sender's domain is asked for through a real name server on this machine. */
class SenderCheckTests {

	private static final String FROM = "Salon <salon@example.org>";

	private static final String KEY_AT = "mail2026._domainkey.example.org";

	private static KeyPair keys;

	private static String record;

	@TempDir
	private Path folder;

	private DnsStub dns;

	@BeforeAll
	static void makeKeys() {
		keys = Keys.make("RSA", 2048);
		record = "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
	}

	@BeforeEach
	void open() throws Exception {
		this.dns = new DnsStub();
	}

	@AfterEach
	void close() {
		this.dns.close();
	}

	@Test
	void findsAllInOrder() throws Exception {
		this.dns.text("example.org", "v=spf1 mx -all")
			.text("example.org", "some-site-verification=abc")
			.text(KEY_AT, record)
			.text("_dmarc.example.org", "v=DMARC1; p=reject");
		Map<String, Line> lines = check(FROM, "https://salon.example.org", signing());
		assertThat(lines.values()).extracting(Line::grade).containsOnly("OK").hasSize(4);
		assertThat(lines.values()).allSatisfy((line) -> assertThat(line.publish()).isNull());
	}

	@Test
	void saysWhatToPublishWhereThereIsNothing() throws Exception {
		Map<String, Line> lines = check(FROM, "https://salon.example.org", signing());
		assertThat(lines.get("SPF").grade()).isEqualTo("FAIL");
		assertThat(lines.get("SPF").publish())
			.isEqualTo(new SenderReport.Entry("example.org", "TXT", "v=spf1 mx -all"));
		assertThat(lines.get("DKIM").grade()).isEqualTo("FAIL");
		assertThat(lines.get("DKIM").publish()).isEqualTo(new SenderReport.Entry(KEY_AT, "TXT", record));
		assertThat(lines.get("DMARC").grade()).isEqualTo("FAIL");
		assertThat(lines.get("DMARC").publish().name()).isEqualTo("_dmarc.example.org");
	}

	@ParameterizedTest
	@CsvSource({ "v=spf1 include:x.example ~all, OK", "V=SPF1 mx -ALL, OK", "v=spf1 redirect=_spf.example.net, OK",
			"v=spf1 mx, WARN", "v=spf1 ?all, WARN", "v=spf1 +all, FAIL", "v=spf1 mx all, FAIL", "v=spf10 -all, FAIL",
			"v=spf1, WARN" })
	void judgesWhoMaySend(String text, String grade) throws Exception {
		this.dns.text("example.org", text);
		assertThat(check(FROM, "https://salon.example.org", Keys.none()).get("SPF").grade()).isEqualTo(grade);
	}

	@Test
	void takesTwoRecordsForNone() throws Exception {
		this.dns.text("example.org", "v=spf1 -all")
			.text("example.org", "v=spf1 mx -all")
			.text("_dmarc.example.org", "v=DMARC1; p=reject")
			.text("_dmarc.example.org", "v=DMARC1; p=none")
			.text(KEY_AT, record)
			.text(KEY_AT, "v=DKIM1; p=");
		Map<String, Line> lines = check(FROM, "https://salon.example.org", signing());
		assertThat(lines.get("SPF").grade()).isEqualTo("FAIL");
		assertThat(lines.get("DKIM").grade()).isEqualTo("FAIL");
		assertThat(lines.get("DMARC").grade()).isEqualTo("FAIL");
	}

	@Test
	void comparesTheKeyThatIsPublishedWithOurs() throws Exception {
		this.dns.text(KEY_AT,
				"v=DKIM1; p=" + Base64.getEncoder().encodeToString(Keys.make("RSA", 2048).getPublic().getEncoded()));
		Line other = check(FROM, "https://salon.example.org", signing()).get("DKIM");
		assertThat(other.grade()).isEqualTo("FAIL");
		assertThat(other.publish()).isNotNull();
	}

	@Test
	void followsAnAliasToTheKey() throws Exception {
		this.dns.alias(KEY_AT, "key.provider.example").text("key.provider.example", record);
		assertThat(check(FROM, "https://salon.example.org", signing()).get("DKIM").grade()).isEqualTo("OK");
	}

	@Test
	void warnsOfAKeyThatIsOnlyATestOrRevoked() throws Exception {
		this.dns.text(KEY_AT, record.replace("k=rsa", "t=y:s"));
		assertThat(check(FROM, "https://salon.example.org", signing()).get("DKIM").grade()).isEqualTo("WARN");
		try (DnsStub revoked = new DnsStub()) {
			revoked.text(KEY_AT, "v=DKIM1; p=");
			assertThat(check(revoked, FROM, "https://salon.example.org", signing(), "en").get("DKIM").grade())
				.isEqualTo("FAIL");
		}
	}

	@Test
	void warnsOfASignatureOfAnotherDomain() throws Exception {
		this.dns.text(KEY_AT, record);
		assertThat(check("salon@example.net", "https://salon.example.org", signing()).get("DKIM").grade())
			.isEqualTo("WARN");
		assertThat(check("salon@mail.example.org", "https://salon.example.org", signing()).get("DKIM").grade())
			.isEqualTo("OK");
	}

	@ParameterizedTest
	@CsvSource({ "v=DMARC1; p=none, WARN", "v=DMARC1; p=quarantine; rua=mailto:x@example.org, OK",
			"v=DMARC1;p=reject, OK", "v=DMARC1; p=x, FAIL", "v=DMARC1, FAIL", "v=DMARC2; p=reject, FAIL" })
	void judgesThePolicy(String text, String grade) throws Exception {
		this.dns.text("_dmarc.example.org", text);
		assertThat(check(FROM, "https://salon.example.org", Keys.none()).get("DMARC").grade()).isEqualTo(grade);
	}

	@Test
	void takesThePolicyOfTheDomainAbove() throws Exception {
		this.dns.text("_dmarc.example.org", "v=DMARC1; p=reject; sp=none");
		Line line = check("salon@mail.example.org", "https://salon.example.org", Keys.none()).get("DMARC");
		assertThat(line.grade()).isEqualTo("WARN");
		assertThat(line.explanation()).contains("_dmarc.example.org");
	}

	@Test
	void saysThatUnsubscribingByOneClickTakesHttpsAndSignatures() throws Exception {
		assertThat(check(FROM, "https://salon.example.org", signing()).get("ONE_CLICK").grade()).isEqualTo("OK");
		assertThat(check(FROM, "https://salon.example.org", Keys.none()).get("ONE_CLICK").grade()).isEqualTo("FAIL");
		assertThat(check(FROM, "http://salon.example.org", signing()).get("ONE_CLICK").grade()).isEqualTo("FAIL");
		assertThat(check(FROM, "http://localhost:8080", Keys.none()).get("ONE_CLICK").grade()).isEqualTo("WARN");
	}

	@Test
	void saysThatItCannotTellWhenNobodyAnswers() throws Exception {
		this.dns.fail();
		Map<String, Line> lines = check(FROM, "https://salon.example.org", signing());
		assertThat(lines.get("SPF").grade()).isEqualTo("WARN");
		assertThat(lines.get("SPF").explanation()).contains("SALON_DNS_SERVER");
		assertThat(lines.get("DMARC").grade()).isEqualTo("WARN");
	}

	@Test
	void asksForNothingButTheDomainThatIsSet() throws Exception {
		check("salon@mail.example.org", "https://elsewhere.example.net", signing());
		assertThat(this.dns.asked()).containsOnly("mail.example.org", KEY_AT, "_dmarc.mail.example.org",
				"_dmarc.example.org");
	}

	@Test
	void asksNobodyAboutThisMachine() throws Exception {
		Map<String, Line> lines = check("salon@localhost", "http://localhost:8080", Keys.none());
		assertThat(lines.values()).extracting(Line::grade).containsOnly("WARN").hasSize(4);
		assertThat(this.dns.asked()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "en|says which servers", "en-GB,zh;q=0.5|says which servers", "zh-TW|已说明",
			"fr, zh-CN;q=0.9|已说明", "fr|已说明", "??|已说明", "*|已说明" })
	void speaksTheReadersLanguage(String accepted, String words) throws Exception {
		this.dns.text("example.org", "v=spf1 -all");
		assertThat(check(this.dns, FROM, "https://salon.example.org", Keys.none(), accepted).get("SPF").explanation())
			.contains(words);
	}

	@ParameterizedTest
	@ValueSource(strings = { "not an address", ":53", "a b:53" })
	void refusesToStartWithANameServerThatIsNone(String server) {
		assertThatIllegalArgumentException().isThrownBy(() -> new TxtRecords(new DnsProperties(server)))
			.withMessageContaining("SALON_DNS_SERVER");
	}

	@Test
	void asksTheDomainThatMailsComeBackToWhichServersMaySend() throws Exception {
		this.dns.text("example.org", "v=spf1 +all").text("bounce.example.org", "v=spf1 mx -all");
		Report report = report(this.dns, FROM, "https://salon.example.org", Paths.of("x@bounce.example.org"));
		assertThat(report.domain()).isEqualTo("example.org");
		assertThat(report.returnPathDomain()).isEqualTo("bounce.example.org");
		Line line = report.checks().getFirst();
		assertThat(line.grade()).isEqualTo("OK");
		assertThat(line.explanation()).startsWith("Mails come back to bounce.example.org (SALON_BOUNCE_ADDRESS)")
			.endsWith("bounce.example.org says which servers may send its mails, and that others may not. "
					+ "Make sure that your mail server is among them.");
		Line none = report(this.dns, FROM, "https://salon.example.org", Paths.of("x@b.example.org")).checks()
			.getFirst();
		assertThat(none.publish()).isEqualTo(new SenderReport.Entry("b.example.org", "TXT", "v=spf1 mx -all"));
	}

	@Test
	void saysNothingOfTheReturnPathWhereItIsTheSendersDomain() throws Exception {
		this.dns.text("example.org", "v=spf1 mx -all");
		Line line = report(this.dns, FROM, "https://salon.example.org", Paths.of("x@EXAMPLE.org")).checks().getFirst();
		assertThat(line.grade()).isEqualTo("OK");
		assertThat(line.explanation()).startsWith("example.org says which servers");
	}

	@Test
	void warnsOfAReturnPathOfAnotherDomain() throws Exception {
		this.dns.text("bounce.example.net", "v=spf1 mx -all");
		Line line = report(this.dns, FROM, "https://salon.example.org", Paths.of("x@bounce.example.net")).checks()
			.getFirst();
		assertThat(line.grade()).isEqualTo("WARN");
		assertThat(line.explanation()).contains("only if both belong to one registered domain");
	}

	private Dkim signing() throws Exception {
		return Keys.dkim(this.folder, keys.getPrivate());
	}

	private Map<String, Line> check(String from, String baseUrl, Dkim dkim) {
		return check(this.dns, from, baseUrl, dkim, "en");
	}

	private static Map<String, Line> check(DnsStub dns, String from, String baseUrl, Dkim dkim, String accepted) {
		return report(dns, from, baseUrl, Paths.none(), dkim, accepted).checks()
			.stream()
			.collect(Collectors.toMap(Line::check, Function.identity()));
	}

	private static Report report(DnsStub dns, String from, String baseUrl, ReturnPaths paths) {
		return report(dns, from, baseUrl, paths, Keys.none(), "en");
	}

	private static Report report(DnsStub dns, String from, String baseUrl, ReturnPaths paths, Dkim dkim,
			String accepted) {
		LinkProperties links = new LinkProperties(Fixtures.LINK_KEY, URI.create(baseUrl), URI.create(baseUrl),
				Locale.SIMPLIFIED_CHINESE);
		SenderCheck check = new SenderCheck(new LetterProperties(from), links, paths, dkim,
				new TxtRecords(new DnsProperties(dns.address())));
		return new SenderReport(check, links).write(accepted);
	}

}
