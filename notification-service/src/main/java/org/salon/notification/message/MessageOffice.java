package org.salon.notification.message;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.salon.notification.ledger.MessageMail;
import org.salon.notification.mail.LetterPreview;
import org.salon.notification.mail.LetterPreview.Preview;
import org.salon.notification.mail.OwnWords;
import org.salon.notification.plan.Audience;
import org.salon.notification.plan.MessagePlan;
import org.salon.notification.registration.Standing;
import org.salon.notification.salon.Salon;
import org.salon.notification.salon.Salons;
import org.salon.notification.smtp.SmtpAnswer;
import org.salon.notification.smtp.SmtpUnreachable;
import org.salon.notification.template.TestMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an organiser can do with messages to those of a salon. To whom one goes is said by
 * {@link MessagePlan}.
 */
@Component
public class MessageOffice {

	private static final Logger log = LoggerFactory.getLogger(MessageOffice.class);

	private static final String TAKEN_BACK = "an organiser took the message back";

	private final Messages messages;

	private final MessageMail mail;

	private final Salons salons;

	private final LetterPreview preview;

	private final TestMail testMail;

	private final Clock clock;

	MessageOffice(Messages messages, MessageMail mail, Salons salons, LetterPreview preview, TestMail testMail,
			Clock clock) {
		this.messages = messages;
		this.mail = mail;
		this.salons = salons;
		this.preview = preview;
		this.testMail = testMail;
		this.clock = clock;
	}

	/** The languages that mails are written in. */
	public List<Locale> languages() {
		return this.preview.languages();
	}

	/** The values that words can say. */
	public List<String> values() {
		return this.preview.values();
	}

	public Optional<Salon> salon(int number) {
		return this.salons.find(number);
	}

	/** To how many it would go now. */
	public MessageMail.Reach reach(int salon, Set<Audience> audience) {
		return this.mail.reach(salon, audience);
	}

	/** The mail in that language, of a draft that has no problems. */
	public Optional<Preview> preview(MessageDraft draft, Salon salon, Locale language) {
		OwnWords words = draft.wordsFor(language);
		return Optional.ofNullable(words)
			.map((said) -> this.preview.message(salon, standing(draft.audience()), language, said));
	}

	/** Sends the mail in that language to the address, at once and once. */
	public SmtpAnswer test(MessageDraft draft, Salon salon, Locale language, String address) throws SmtpUnreachable {
		OwnWords words = draft.wordsFor(language);
		if (words == null) {
			throw new IllegalArgumentException("there are no words in " + language);
		}
		return this.testMail.send(this.preview.messageMail(salon, standing(draft.audience()), language, words, address),
				address);
	}

	/**
	 * Plans it for all whom it is for, to be sent in half a minute. The same draft again
	 * is the message that it became.
	 */
	@Transactional
	public Message send(MessageDraft draft, Salon salon, String by) {
		Instant now = this.clock.instant();
		Instant dueAt = now.plus(MessagePlan.UNDO);
		Message message = new Message(draft.id(), salon.number(), draft.audience(), draft.written(), now, by, dueAt, 0,
				null, null);
		if (this.messages.begin(message)) {
			int recipients = this.mail.plan(message.id(), salon.number(), message.audience(), dueAt,
					MessagePlan.notAfter(salon, now));
			this.messages.planned(message.id(), recipients);
			log.info("Message {} to {} people of salon {} is to go", message.id(), recipients, salon.number());
		}
		return this.messages.find(message.id()).orElseThrow();
	}

	/**
	 * Takes it back from all that have not got it. Again: no effect.
	 * @return nothing, if there is none
	 */
	@Transactional
	public Optional<MessageView> undo(UUID id, String by) {
		Optional<Message> message = this.messages.find(id);
		if (message.isPresent() && this.messages.undo(id, this.clock.instant(), by)) {
			int withdrawn = this.mail.withdraw(id, message.get().salon(), TAKEN_BACK);
			log.info("Message {} was taken back from {} people", id, withdrawn);
		}
		return view(id);
	}

	/** How far it is. */
	public Optional<MessageView> view(UUID id) {
		return this.messages.find(id)
			.map((message) -> MessageView.of(message, this.mail.states(id, message.salon()), this.clock.instant()));
	}

	/**
	 * Those that were sent or taken back, the latest first.
	 * @param before only those written before that one
	 */
	public List<Message> latest(@Nullable UUID before, @Nullable Integer salon, int size) {
		return this.messages.latest(before, salon, size);
	}

	/** Of those whom it is for, the one that mails are shown to. */
	private static Standing standing(Set<Audience> audience) {
		if (audience.contains(Audience.HOLDERS) || audience.contains(Audience.ATTENDED)
				|| audience.contains(Audience.ABSENT)) {
			return Standing.REGISTERED;
		}
		return audience.contains(Audience.IN_LINE) ? Standing.WAITLISTED : Standing.CANCELLED;
	}

}
