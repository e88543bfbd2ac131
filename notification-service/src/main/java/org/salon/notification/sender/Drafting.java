package org.salon.notification.sender;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.salon.notification.digest.Digests;
import org.salon.notification.dkim.Dkim;
import org.salon.notification.ledger.Draft;
import org.salon.notification.ledger.Frozen;
import org.salon.notification.ledger.Lease;
import org.salon.notification.ledger.Revision;
import org.salon.notification.ledger.SendLedger;
import org.salon.notification.ledger.Settlement;
import org.salon.notification.mail.Letter;
import org.salon.notification.mail.LetterFailed;
import org.salon.notification.mail.Letters;
import org.salon.notification.mail.Mail;
import org.salon.notification.member.Member;
import org.salon.notification.message.WrittenMessages;
import org.salon.notification.message.WrittenMessages.Written;
import org.salon.notification.plan.CalendarMethod;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.plan.MemberPlan;
import org.salon.notification.plan.MessagePlan;
import org.salon.notification.plan.Told;
import org.salon.notification.registration.Registration;
import org.salon.notification.salon.Salon;
import org.salon.notification.sender.Mailbag.Item;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Makes of a due message either a mail to hand over, or an outcome without one. */
@Component
class Drafting {

	private static final Logger log = LoggerFactory.getLogger(Drafting.class);

	private final SendLedger ledger;

	private final Letters letters;

	private final Digests digests;

	private final WrittenMessages messages;

	private final Dkim dkim;

	private final Clock clock;

	Drafting(SendLedger ledger, Letters letters, Digests digests, WrittenMessages messages, Dkim dkim, Clock clock) {
		this.ledger = ledger;
		this.letters = letters;
		this.digests = digests;
		this.messages = messages;
		this.dkim = dkim;
		this.clock = clock;
	}

	Prepared prepare(Item item) {
		if (item.lease().unknown()) {
			Optional<Frozen> frozen = this.ledger.frozen(item.lease());
			return frozen.map(Freezer::thaw)
				.map((mime) -> Prepared.of(new Draft(item.lease(), mime, null, null, null), item))
				.orElseGet(() -> Prepared.of(Settlement.gone(item.lease())));
		}
		if (item.suppressed()) {
			return Prepared.of(Settlement.suppressed(item.lease()));
		}
		if (item.lease().kind().toOrganiser()) {
			return digest(item);
		}
		Member member = item.member();
		if (member == null || (aboutSalon(item) && item.salon() == null)
				|| (aboutPlace(item) && item.place() == null)) {
			return Prepared.of(Settlement.gone(item.lease()));
		}
		String needless = needless(item, member);
		return (needless != null) ? Prepared.of(Settlement.needless(item.lease(), needless)) : compose(item, member);
	}

	/**
	 * Why it is not to be sent after all. The plan closes what is not wanted any more,
	 * but of messages about no place nobody holds the lock while their person decides.
	 */
	private @Nullable String needless(Item item, Member member) {
		Salon salon = item.salon();
		return switch (item.lease().kind()) {
			case SUBSCRIPTION_CHECK -> member.preferences().announcements() ? "announcements are sent already" : null;
			case ANNOUNCEMENT -> (salon != null && !MemberPlan.announces(salon, member, item.place()))
					? "the person wants no announcements, or has signed up" : null;
			case MESSAGE -> forNobody(item, member);
			default -> null;
		};
	}

	/**
	 * Who has no such place any more, or wants nothing of us by now, need not read it.
	 */
	private @Nullable String forNobody(Item item, Member member) {
		Registration place = item.place();
		boolean meant = place != null && written(item.lease())
			.filter((message) -> MessagePlan.isFor(message.audience(), place, member.preferences()))
			.isPresent();
		return meant ? null : "the person is none of those that it is for any more";
	}

	private Optional<Written> written(Lease lease) {
		return (lease.kind() == DeliveryKind.MESSAGE) ? this.messages.find(UUID.fromString(lease.occurrence()))
				: Optional.empty();
	}

	private Prepared digest(Item item) {
		Lease lease = item.lease();
		try {
			return this.digests.compose(lease.deliveryId(), lease.memberId())
				.map((digest) -> prepared(digest, item))
				.orElseGet(() -> Prepared.of(Settlement.gone(lease)));
		}
		catch (LetterFailed ex) {
			return failed(lease, ex);
		}
	}

	private Prepared prepared(Digests.Composed digest, Item item) {
		if (!digest.worthSending()) {
			return Prepared.of(Settlement.needless(item.lease(), "there is nothing new, and no salon is near"));
		}
		byte[] mime = this.dkim.sign(digest.mime());
		return Prepared
			.of(new Draft(item.lease(), mime, new Frozen(null, mime), Revision.naming(digest.people()), null), item);
	}

	private Prepared compose(Item item, Member member) {
		Instant now = this.clock.instant();
		DeliveryKind kind = item.lease().kind();
		Salon salon = item.salon();
		Registration place = item.place();
		CalendarMethod calendar = (place != null) ? CalendarMethod.of(kind, place, item.told()) : CalendarMethod.NONE;
		try {
			Mail mail = this.letters.compose(new Letter(item.lease().deliveryId(), kind, salon, place, member, calendar,
					written(item.lease()).map((message) -> message.words(member.locale())).orElse(null), now));
			byte[] mime = this.dkim.sign(mail.bytes());
			Told told = (salon != null) ? Told.by(kind, item.told(), salon.facts(), calendar) : null;
			Revision revision = new Revision((salon != null) ? salon.version() : null,
					(place != null) ? place.version() : null, member.revision());
			return Prepared.of(new Draft(item.lease(), mime, Freezer.freeze(mail, mime), revision, told), item);
		}
		catch (RuntimeException ex) {
			return failed(item.lease(), ex);
		}
	}

	private static Prepared failed(Lease lease, RuntimeException ex) {
		log.error("Delivery {} cannot be composed", lease.deliveryId(), ex);
		return Prepared.of(Settlement.failed(lease, "the mail cannot be composed", false));
	}

	private static boolean aboutSalon(Item item) {
		return item.lease().salonNumber() != null;
	}

	private static boolean aboutPlace(Item item) {
		return item.lease().registrationId() != null;
	}

	/**
	 * A mail, or what came of the message without one.
	 *
	 * @param startsAt when the salon starts, if it is known
	 */
	record Prepared(@Nullable Draft draft, @Nullable Settlement settlement, @Nullable String recipient,
			@Nullable Instant startsAt) {

		private static Prepared of(Draft draft, Item item) {
			Member member = item.member();
			Salon salon = item.salon();
			return new Prepared(draft, null, (member != null) ? member.email() : item.lease().address(),
					(salon != null) ? salon.startsAt() : null);
		}

		private static Prepared of(Settlement settlement) {
			return new Prepared(null, settlement, null, null);
		}

	}

}
