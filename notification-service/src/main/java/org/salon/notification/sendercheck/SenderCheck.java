package org.salon.notification.sendercheck;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.salon.notification.dkim.Dkim;
import org.salon.notification.mail.LetterProperties;
import org.salon.notification.mail.LinkProperties;
import org.salon.notification.sendercheck.Finding.Grade;
import org.salon.notification.sendercheck.Finding.Subject;
import org.salon.notification.sendercheck.TxtRecords.DnsAway;

import org.springframework.stereotype.Component;

/**
 * Looks at what the sender's domain says of mails from it. Only that domain, those above
 * it and the one that signs are asked for, as they are set: nothing of a request is.
 */
@Component
class SenderCheck {

	private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

	private final String domain;

	private final URI baseUrl;

	private final Dkim dkim;

	private final TxtRecords records;

	SenderCheck(LetterProperties letters, LinkProperties links, Dkim dkim, TxtRecords records) {
		this.domain = domain(letters.from());
		this.baseUrl = links.baseUrl();
		this.dkim = dkim;
		this.records = records;
	}

	/** The domain of the address that mails come from. */
	String domain() {
		return this.domain;
	}

	List<Finding> findings() {
		List<Finding> findings = new ArrayList<>();
		if (this.domain.indexOf('.') < 0) {
			for (Subject subject : List.of(Subject.SPF, Subject.DKIM, Subject.DMARC)) {
				findings.add(Finding.of(subject, Grade.WARN, "local", this.domain));
			}
		}
		else {
			findings.add(ask(Subject.SPF, () -> SpfGrade.of(this.domain, this.records.at(this.domain))));
			findings.add(ask(Subject.DKIM, this::signature));
			findings.add(ask(Subject.DMARC, this::policy));
		}
		findings.add(oneClick());
		return findings;
	}

	private Finding signature() throws DnsAway {
		Dkim.Identity identity = this.dkim.identity().orElse(null);
		return (identity != null) ? DkimGrade.of(this.domain, identity, this.records.at(DkimGrade.name(identity)))
				: Finding.of(Subject.DKIM, Grade.WARN, "dkim.unsigned", this.domain);
	}

	/** A domain without a policy of its own has that of the nearest one above it. */
	private Finding policy() throws DnsAway {
		for (String at = this.domain; at.indexOf('.') > 0; at = at.substring(at.indexOf('.') + 1)) {
			List<String> texts = this.records.at("_dmarc." + at);
			if (DmarcGrade.isThere(texts)) {
				return DmarcGrade.of(this.domain, at, texts);
			}
		}
		return DmarcGrade.of(this.domain, this.domain, List.of());
	}

	private Finding oneClick() {
		if (THIS_MACHINE.contains(String.valueOf(this.baseUrl.getHost()))) {
			return Finding.of(Subject.ONE_CLICK, Grade.WARN, "oneclick.local", this.baseUrl.toString());
		}
		if (!"https".equalsIgnoreCase(this.baseUrl.getScheme())) {
			return Finding.of(Subject.ONE_CLICK, Grade.FAIL, "oneclick.clear", this.baseUrl.toString());
		}
		return this.dkim.identity().isPresent() ? Finding.of(Subject.ONE_CLICK, Grade.OK, "oneclick.ok")
				: Finding.of(Subject.ONE_CLICK, Grade.FAIL, "oneclick.unsigned");
	}

	private static Finding ask(Subject subject, Question question) {
		try {
			return question.finding();
		}
		catch (DnsAway ex) {
			return Finding.of(subject, Grade.WARN, "away");
		}
	}

	private static String domain(String from) {
		try {
			String address = new InternetAddress(from, false).getAddress();
			return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
		}
		catch (AddressException ex) {
			throw new IllegalArgumentException("salon.mail.from (SALON_MAIL_FROM) is no mail address: " + from, ex);
		}
	}

	private interface Question {

		Finding finding() throws DnsAway;

	}

}
