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
import org.salon.notification.returnpath.ReturnPaths;
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

	private final String returnDomain;

	private final URI baseUrl;

	private final Dkim dkim;

	private final TxtRecords records;

	SenderCheck(LetterProperties letters, LinkProperties links, ReturnPaths returnPaths, Dkim dkim,
			TxtRecords records) {
		this.domain = domain(letters.from());
		this.returnDomain = returnPaths.domain().orElse(this.domain);
		this.baseUrl = links.baseUrl();
		this.dkim = dkim;
		this.records = records;
	}

	/** The domain of the address that mails come from. */
	String domain() {
		return this.domain;
	}

	/** The domain that mails come back to: of it receivers ask who may send (SPF). */
	String returnDomain() {
		return this.returnDomain;
	}

	List<Finding> findings() {
		List<Finding> findings = new ArrayList<>();
		findings.add(isLocal(this.returnDomain) ? Finding.of(Subject.SPF, Grade.WARN, "local", this.returnDomain)
				: ask(Subject.SPF, this::servers));
		if (isLocal(this.domain)) {
			findings.add(Finding.of(Subject.DKIM, Grade.WARN, "local", this.domain));
			findings.add(Finding.of(Subject.DMARC, Grade.WARN, "local", this.domain));
		}
		else {
			findings.add(ask(Subject.DKIM, this::signature));
			findings.add(ask(Subject.DMARC, this::policy));
		}
		findings.add(oneClick());
		return findings;
	}

	private Finding servers() throws DnsAway {
		Finding finding = SpfGrade.of(this.returnDomain, this.records.at(this.returnDomain));
		return (finding.grade() == Grade.OK && !related(this.returnDomain, this.domain))
				? Finding.of(Subject.SPF, Grade.WARN, "spf.unaligned", this.returnDomain, this.domain) : finding;
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

	/** Whether receivers take the one for the other's own, as far as names tell. */
	private static boolean related(String one, String other) {
		return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
	}

	private static boolean isLocal(String domain) {
		return domain.indexOf('.') < 0;
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
