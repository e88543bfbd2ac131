package org.salon.notification.mail;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.salon.notification.registration.Standing;
import org.salon.notification.salon.Salon;

import org.springframework.stereotype.Component;

/** Shows the operator what mails say, in built-in or own words. */
@Component
public class LetterPreview {

	private final Wording wording;

	private final LetterWriter writer;

	private final LetterTemplates templates;

	private final Letters letters;

	private final Links links;

	private final SampleLetters samples;

	LetterPreview(Wording wording, LetterWriter writer, LetterTemplates templates, Letters letters, Links links,
			Clock clock) {
		this.wording = wording;
		this.writer = writer;
		this.templates = templates;
		this.letters = letters;
		this.links = links;
		this.samples = new SampleLetters(clock);
	}

	/** The languages that there are built-in words in. */
	public List<Locale> languages() {
		return this.wording.languages();
	}

	/** The values that own words can say; those of a speaker aside. */
	public List<String> values() {
		return LetterValues.OF_MAIL;
	}

	/** The built-in words, as own words would be written that say the same. */
	public Words builtIn(String occasion, Locale language) {
		return new Words(this.wording.say(language, occasion + ".subject", "{{number}}", "{{title}}", "{{soon}}"),
				this.wording.say(language, occasion + ".lead", "{{number}}"));
	}

	/**
	 * A mail with sample data.
	 * @param own none for the built-in words
	 */
	public Preview preview(String occasion, Locale language, @Nullable OwnWords own) {
		Letter letter = this.samples.of(occasion, language, "sample@example.org");
		LetterView view = this.writer.write(letter, this.links.of(letter), language, own);
		return new Preview(view.subject(), this.templates.text(view), this.templates.html(view));
	}

	/** The same as it goes over the wire, to that address. */
	public byte[] mail(String occasion, Locale language, @Nullable OwnWords own, String address) {
		return this.letters.compose(this.samples.of(occasion, language, address), language, own);
	}

	/** What an organiser writes, to a sample reader of a salon that there is. */
	public Preview message(Salon salon, Standing standing, Locale language, OwnWords words) {
		Letter letter = this.samples.message(salon, standing, language, "sample@example.org");
		LetterView view = this.writer.write(letter, this.links.of(letter), language, words);
		return new Preview(view.subject(), this.templates.text(view), this.templates.html(view));
	}

	/** The same as it goes over the wire, to that address. */
	public byte[] messageMail(Salon salon, Standing standing, Locale language, OwnWords words, String address) {
		return this.letters.compose(this.samples.message(salon, standing, language, address), language, words);
	}

	/**
	 * Subject and body as templates.
	 */
	public record Words(String subject, String body) {
	}

	/**
	 * A mail in both its forms.
	 */
	public record Preview(String subject, String text, String html) {
	}

}
