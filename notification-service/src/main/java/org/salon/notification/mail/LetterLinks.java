package org.salon.notification.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.salon.notification.mail.LetterView.Action;
import org.salon.notification.mail.LetterView.Group;
import org.salon.notification.member.Member;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.registration.Standing;
import org.salon.notification.salon.Salon;
import org.salon.notification.salon.SalonLink;

/** Where a mail leads, in the reader's language. */
final class LetterLinks {

	/** For how long after the end the page takes what people say. */
	private static final Duration FEEDBACK_OPEN = Duration.ofDays(30);

	private final Letter letter;

	private final Links links;

	private final OwnLinks own;

	private final Wording wording;

	private final Locale locale;

	LetterLinks(Letter letter, Links links, OwnLinks own, Wording wording, Locale locale) {
		this.letter = letter;
		this.links = links;
		this.own = own;
		this.wording = wording;
		this.locale = locale;
	}

	/** The one thing that the mail asks for. */
	@Nullable Action call() {
		return switch (this.letter.kind()) {
			case ADDRESS_CHECK -> action("action.confirm", place());
			case SEAT_OFFERED -> action("action.accept", place());
			case SUBSCRIPTION_CHECK -> action("action.subscribe", this.own.subscription());
			case ANNOUNCEMENT -> action("action.register", this.links.salon(this.letter.salon()));
			case REPLAY, FEEDBACK_REQUEST -> asksForFeedback() ? action("action.feedback", this.own.feedback()) : null;
			case CONFIRMATION, WAITLISTED, PROMOTED, WITHDRAWN, RESCHEDULED, CHANGED, CANCELLED, REMINDER, FOLLOW_UP,
					MESSAGE, ORGANISER_DIGEST ->
				null;
		};
	}

	/** Whether the person was there, has said nothing yet, and still can. */
	boolean asksForFeedback() {
		return (this.letter.thanks() || this.letter.kind() == DeliveryKind.FEEDBACK_REQUEST)
				&& !this.letter.registration().feedbackGiven()
				&& this.letter.writtenAt().isBefore(this.letter.salon().endsAt().plus(FEEDBACK_OPEN));
	}

	/** The person's own way to the salon. */
	Action join() {
		return action("join.link", this.own.join());
	}

	/** What the person can do about the place. */
	List<Action> actions() {
		return switch (this.letter.kind()) {
			case CONFIRMATION, WAITLISTED, PROMOTED, RESCHEDULED, CHANGED, REMINDER ->
				List.of(action("action.manage", place()));
			case MESSAGE -> (this.letter.registration().standing() == Standing.CANCELLED)
					? List.of(action("action.look", this.links.salon(this.letter.salon())))
					: List.of(action("action.manage", place()));
			case WITHDRAWN -> List.of(action("action.again", this.links.salon(this.letter.salon())));
			case REPLAY -> List.of(action("action.archive", this.links.archive(this.letter.salon())));
			case FOLLOW_UP -> List.of(action("action.look", this.links.salon(this.letter.salon())));
			// Of these the call is all that there is to do.
			case ADDRESS_CHECK, SEAT_OFFERED, SUBSCRIPTION_CHECK, ANNOUNCEMENT, CANCELLED, FEEDBACK_REQUEST,
					ORGANISER_DIGEST ->
				List.of();
		};
	}

	/** Replays and material, by kind. */
	List<Group> groups() {
		List<Group> groups = new ArrayList<>();
		if (this.letter.kind() != DeliveryKind.REPLAY) {
			return groups;
		}
		for (SalonLink.Kind kind : SalonLink.Kind.values()) {
			List<Action> ofKind = this.letter.salon()
				.links()
				.stream()
				.filter((link) -> link.kind() == kind)
				.flatMap((link) -> PlainText.link(link.url()).map((url) -> new Action(label(link, url), url)).stream())
				.toList();
			if (!ofKind.isEmpty()) {
				groups.add(new Group(say("links." + kind.name().toLowerCase(Locale.ROOT)), ofKind));
			}
		}
		return groups;
	}

	/**
	 * Which mails to get, and an end of them. Not for an address that nobody has
	 * confirmed: who holds such a mail may be someone else.
	 */
	List<Action> footer() {
		if (this.letter.kind() == DeliveryKind.ADDRESS_CHECK || this.letter.kind() == DeliveryKind.SUBSCRIPTION_CHECK) {
			return List.of();
		}
		return List.of(action("footer.preferences", this.own.preferences()),
				action("footer.unsubscribe", this.own.unsubscribe()));
	}

	private String place() {
		return this.own.registration();
	}

	private static String label(SalonLink link, String url) {
		String label = PlainText.line(link.label());
		return label.isEmpty() ? url : label;
	}

	private Action action(String key, String url) {
		return new Action(say(key), url);
	}

	private String say(String key) {
		return this.wording.say(this.locale, key);
	}

}
