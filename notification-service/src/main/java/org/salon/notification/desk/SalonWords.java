package org.salon.notification.desk;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.salon.notification.ledger.SalonMails;
import org.salon.notification.ledger.SalonMails.Next;
import org.salon.notification.ledger.SalonMails.Undelivered;

import org.springframework.stereotype.Component;

/** Says in sentences how a salon's mails stand. */
@Component
class SalonWords {

	private static final int NAMED = 3;

	private static final int NEXT = 3;

	private final DeskWords words;

	SalonWords(DeskWords words) {
		this.words = words;
	}

	/**
	 * One sentence after the other.
	 * @param zone in which moments are said
	 */
	List<String> of(SalonMails mails, ZoneId zone) {
		String salon = Integer.toString(mails.salon());
		List<String> sentences = new ArrayList<>();
		if (mails.allOut()) {
			boolean none = mails.sent() == 0 && mails.undeliveredTotal() == 0;
			sentences.add(this.words.of(none ? "salonMails.none" : "salonMails.allOut", salon));
		}
		else {
			sentences.add(this.words.of("salonMails.partly", salon, mails.sent(), mails.waiting()));
		}
		if (mails.undeliveredTotal() > 0) {
			sentences.add(undelivered(mails));
		}
		mails.next().stream().limit(NEXT).map((next) -> next(next, zone)).forEach(sentences::add);
		return sentences;
	}

	private String undelivered(SalonMails mails) {
		String named = mails.undelivered()
			.stream()
			.limit(NAMED)
			.map(this::undelivered)
			.collect(Collectors.joining(this.words.of("salonMails.and")));
		long more = mails.undeliveredTotal() - Math.min(NAMED, mails.undelivered().size());
		return this.words.of("salonMails.undelivered", mails.undeliveredTotal(), named)
				+ ((more > 0) ? this.words.of("salonMails.more", more) : "");
	}

	private String undelivered(Undelivered mail) {
		String recipient = (mail.recipient() != null) ? mail.recipient() : this.words.of("delivery.gone");
		String reason = this.words.reason(mail.reason());
		return this.words.of("salonMails.one", recipient, this.words.of("kind." + mail.kind()),
				(reason != null) ? reason : this.words.of("state." + mail.state()));
	}

	private String next(Next next, ZoneId zone) {
		return this.words.of("salonMails.next", next.mails(), this.words.of("kind." + next.kind()),
				this.words.moment(next.dueAt(), zone));
	}

}
