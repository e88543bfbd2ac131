package org.salon.notification.mail;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;
import org.salon.notification.mail.form.Form;
import org.salon.notification.mail.form.FormBuilder;

import org.springframework.stereotype.Component;

/**
 * Writes mails. What is said to many in the same second is put together once for all of
 * them, with marks in place of what is one person's own.
 */
@Component
public class Letters {

	private static final int TO_LABEL = "To: ".length();

	/** So many that what is written within a second is there. */
	private static final int REMEMBERED = 256;

	private final Map<Said, Form> forms = new ConcurrentHashMap<>();

	private final LetterWriter writer;

	private final LetterForms maker;

	private final Links links;

	Letters(LetterWriter writer, LetterForms maker, Links links) {
		this.writer = writer;
		this.maker = maker;
		this.links = links;
	}

	/** The mail as it goes over the wire; the same Message-ID for the same delivery. */
	public Mail compose(Letter letter) {
		if (this.forms.size() > REMEMBERED) {
			this.forms.clear();
		}
		Optional<String> name = PlainText.name(letter.member().name());
		Said said = new Said(Faceless.of(letter, name.isPresent()), this.writer.ownWords(letter));
		Form form = this.forms.computeIfAbsent(said, this::form);
		return Mail.of(form, values(form, letter, name));
	}

	/** The same mail put together by itself, in these words or in the built-in ones. */
	byte[] compose(Letter letter, Locale language, @Nullable OwnWords own) {
		OwnLinks links = this.links.of(letter);
		LetterView view = this.writer.write(letter, links, language, own);
		String to = recipient(letter, PlainText.name(letter.member().name()));
		return this.maker.form(letter, view, to, links, new FormBuilder(Map.of())).fill(Map.of());
	}

	private Form form(Said said) {
		Letter letter = said.faceless();
		LetterView view = this.writer.write(letter, OwnLinks.marks(), this.writer.language(letter), said.own());
		return this.maker.form(letter, view, Mark.RECIPIENT.text(), OwnLinks.marks(), new FormBuilder(Mark.NAMES));
	}

	private Map<String, String> values(Form form, Letter letter, Optional<String> name) {
		OwnLinks links = this.links.of(letter);
		Map<String, String> values = new TreeMap<>();
		for (String each : form.names()) {
			values.put(each, switch (Mark.valueOf(each)) {
				case DELIVERY -> letter.deliveryId().toString();
				case RECIPIENT -> recipient(letter, name);
				case NAME -> name.orElseThrow();
				case ADDRESS -> CalendarEntry.uri(letter.member().email());
				case MEMBER -> letter.member().id().toString();
				case REGISTRATION -> links.registration();
				case JOIN -> links.join();
				case SUBSCRIPTION -> links.subscription();
				case PREFERENCES -> links.preferences();
				case UNSUBSCRIBE -> links.unsubscribe();
			});
		}
		return values;
	}

	private static String recipient(Letter letter, Optional<String> name) {
		try {
			InternetAddress address = new InternetAddress(letter.member().email(), true);
			if (name.isPresent()) {
				address.setPersonal(name.get(), StandardCharsets.UTF_8.name());
			}
			return InternetAddress.toString(new InternetAddress[] { address }, TO_LABEL);
		}
		catch (AddressException | UnsupportedEncodingException ex) {
			throw new LetterFailed(letter.deliveryId(), ex);
		}
	}

	/**
	 * What a form says.
	 *
	 * @param own the operator's words, if they are said
	 */
	private record Said(Letter faceless, @Nullable OwnWords own) {
	}

}
