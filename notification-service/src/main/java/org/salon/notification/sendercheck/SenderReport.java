package org.salon.notification.sendercheck;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

import org.jspecify.annotations.Nullable;
import org.salon.access.page.MessageFiles;
import org.salon.notification.mail.LinkProperties;
import org.salon.notification.sendercheck.Finding.Subject;
import org.salon.notification.sendercheck.Finding.TxtRecord;

import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Says what was found, in the reader's language. */
@Component
public class SenderReport {

	private static final String WORDS = "sendercheck/words";

	private final SenderCheck check;

	private final Locale defaultLocale;

	private final List<Locale> languages = MessageFiles.languages(WORDS);

	private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();

	SenderReport(SenderCheck check, LinkProperties properties) {
		this.check = check;
		this.defaultLocale = properties.defaultLocale();
		this.words.setBasename(WORDS);
		this.words.setDefaultEncoding(StandardCharsets.UTF_8.name());
		this.words.setFallbackToSystemLocale(false);
	}

	/**
	 * Asks the domain name system now.
	 * @param languages as a browser names them in {@code Accept-Language}
	 */
	public Report write(@Nullable String languages) {
		Locale locale = locale(languages);
		return new Report(this.check.domain(), this.check.returnDomain(),
				this.check.findings()
					.stream()
					.map((finding) -> new Line(finding.subject().name(), finding.grade().name(), say(finding, locale),
							publish(finding.publish())))
					.toList());
	}

	private Locale locale(@Nullable String wanted) {
		if (wanted != null) {
			try {
				for (LanguageRange range : LanguageRange.parse(wanted)) {
					String language = Locale.forLanguageTag(range.getRange()).getLanguage();
					for (Locale known : this.languages) {
						if (range.getWeight() > 0 && known.getLanguage().equals(language)) {
							return known;
						}
					}
				}
			}
			catch (IllegalArgumentException ex) {
				return this.defaultLocale;
			}
		}
		return this.defaultLocale;
	}

	private String say(Finding finding, Locale locale) {
		String said = this.words.getMessage(finding.words(), finding.arguments().toArray(), locale);
		if (finding.subject() != Subject.SPF || this.check.returnDomain().equals(this.check.domain())) {
			return said;
		}
		Object[] both = { this.check.returnDomain(), this.check.domain(), said };
		return this.words.getMessage("spf.returns", both, locale);
	}

	private static @Nullable Entry publish(@Nullable TxtRecord record) {
		return (record != null) ? new Entry(record.name(), "TXT", record.value()) : null;
	}

	/**
	 * What the sender's domain says of mails from it.
	 *
	 * @param domain of the address that mails come from
	 * @param returnPathDomain of the address that they come back to
	 */
	public record Report(String domain, String returnPathDomain, List<Line> checks) {
	}

	/**
	 * One thing that was looked at.
	 *
	 * @param check SPF, DKIM, DMARC or ONE_CLICK
	 * @param grade OK, WARN or FAIL
	 * @param explanation in the reader's language
	 * @param publish what to put into the domain name system, where that would mend it
	 */
	public record Line(String check, String grade, String explanation, @Nullable Entry publish) {
	}

	/** An entry for the domain name system. */
	public record Entry(String name, String type, String value) {
	}

}
