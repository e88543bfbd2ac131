package org.salon.notification.digest;

import java.net.URI;
import java.time.Clock;
import java.util.Locale;

import org.salon.notification.Fixtures;
import org.salon.notification.ledger.OrganiserMail;
import org.salon.notification.mail.LetterProperties;
import org.salon.notification.mail.LinkProperties;
import org.salon.notification.mail.Wording;
import org.salon.notification.mail.Words;

import org.springframework.beans.factory.BeanFactory;

/** The digest as an instance has it whose operator set these organisers and language. */
public final class Organised {

	private final BeanFactory beans;

	private final DigestProperties properties;

	private final LinkProperties links;

	public Organised(BeanFactory beans, String language, String addresses) {
		this.beans = beans;
		this.properties = new DigestProperties(addresses, "20:00", "Asia/Shanghai");
		this.links = new LinkProperties(Fixtures.LINK_KEY, URI.create("https://salon.example.org"),
				URI.create("https://salon.example.org"), Locale.forLanguageTag(language));
	}

	/** What one instance does each second, from its start on. */
	public Runnable planner() {
		return new DigestPlanner(this.properties, this.beans.getBean(OrganiserMail.class),
				this.beans.getBean(Clock.class))::turn;
	}

	public Digests digests() {
		Wording wording = Words.of(this.links);
		return new Digests(this.properties, this.beans.getBean(DigestReader.class),
				new DigestComposer(new DigestWriter(wording, this.links, this.properties), new DigestTemplates(wording),
						new LetterProperties("学术沙龙 <salon@example.org>")));
	}

}
