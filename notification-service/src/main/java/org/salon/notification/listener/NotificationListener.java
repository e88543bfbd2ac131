package org.salon.notification.listener;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.salon.access.account.AccountMirror;
import org.salon.events.member.MemberErased;
import org.salon.events.member.MemberEvent;
import org.salon.events.member.MemberPreferencesChanged;
import org.salon.events.member.MemberState;
import org.salon.events.member.MemberSubscribed;
import org.salon.events.member.SubscriptionRequested;
import org.salon.events.registration.AttendanceRecorded;
import org.salon.events.operator.OperatorChanged;
import org.salon.events.registration.RegistrationEvent;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonArchived;
import org.salon.events.salon.SalonEvent;
import org.salon.events.salon.SalonRenumbered;
import org.salon.messaging.inbox.EventHandler;
import org.salon.messaging.inbox.ReceivedEvent;
import org.salon.notification.ledger.Announcements;
import org.salon.notification.ledger.Cause;
import org.salon.notification.ledger.Reconciler;
import org.salon.notification.member.Member;
import org.salon.notification.member.Members;
import org.salon.notification.registration.Registration;
import org.salon.notification.registration.Registrations;
import org.salon.notification.salon.Salon;
import org.salon.notification.salon.Salons;

import org.springframework.stereotype.Component;

/**
 * Each event changes what is known here, and what follows from that is the plan's
 * business. The salon is locked before anything else, so that a change of it and a
 * registration for it that arrive at the same moment see each other.
 */
@Component
class NotificationListener implements EventHandler {

	private final Salons salons;

	private final Members members;

	private final Registrations registrations;

	private final Reconciler reconciler;

	private final Announcements announcements;

	private final AccountMirror accounts;

	NotificationListener(Salons salons, Members members, Registrations registrations, Reconciler reconciler,
			Announcements announcements, AccountMirror accounts) {
		this.salons = salons;
		this.members = members;
		this.registrations = registrations;
		this.reconciler = reconciler;
		this.announcements = announcements;
		this.accounts = accounts;
	}

	@Override
	public void handle(ReceivedEvent event) {
		switch (event.data()) {
			case SalonArchived ignored -> {
				// History that was imported: nobody is ever told of it.
			}
			case SalonRenumbered ignored -> {
				// The same history under another number.
			}
			case SalonEvent change -> salonChanged(change, event);
			case RegistrationEvent change -> registrationChanged(change, event);
			case MemberEvent change -> memberChanged(change, event);
			case OperatorChanged change ->
				this.accounts.save(change.accountId(), change.generation(), change.disabled());
			default -> {
				// No concern of this service; its version is noted nevertheless.
			}
		}
	}

	private void salonChanged(SalonEvent change, ReceivedEvent event) {
		int number = change.salon().number();
		if (change instanceof SalonAnnounced) {
			this.salons.lockToAnnounce();
		}
		this.salons.lockToChange(number);
		Salon before = this.salons.find(number).orElse(null);
		Salon salon = Salon.after(before, change, event.version(), event.time());
		this.salons.save(salon);
		this.reconciler.reconcile(this.registrations.ofSalon(number), cause(event));
		this.announcements.reconcile(before, salon, cause(event));
	}

	private void registrationChanged(RegistrationEvent change, ReceivedEvent event) {
		var state = change.registration();
		// The first who is seen says of all others that they are not, as yet; and who was
		// noted by mistake may have been the only one.
		boolean first = state.attendedAt() != null && !this.salons.anybodySeen(state.salonNumber());
		boolean takenBack = change instanceof AttendanceRecorded && state.attendedAt() == null;
		if (first || takenBack) {
			this.salons.lockToChange(state.salonNumber());
		}
		else {
			this.salons.lockToRead(state.salonNumber());
		}
		Member member = this.members.introduce(state.memberId(), state.name(), state.email(), state.locale());
		Registration before = this.registrations.find(state.registrationId()).orElse(null);
		Registration registration = Registration.after(before, change, event.version(), event.time());
		this.registrations.save(registration);
		if (before == null) {
			this.reconciler.welcome(registration, member, cause(event));
			this.announcements.reconcile(registration, member);
		}
		else if (!first) {
			this.reconciler.reconcile(List.of(registration), cause(event));
		}
		if (first || (takenBack && !this.salons.anybodySeen(state.salonNumber()))) {
			this.reconciler.reconcile(this.registrations.ofSalon(state.salonNumber()), cause(event));
		}
	}

	private void memberChanged(MemberEvent change, ReceivedEvent event) {
		List<Registration> places = this.registrations.ofMember(change.id());
		this.salons.lockToSubscribe();
		places.stream().map(Registration::salonNumber).distinct().forEach(this.salons::lockToRead);
		switch (change) {
			case MemberPreferencesChanged preferences -> chosen(preferences.member(), places, event);
			case SubscriptionRequested requested -> {
				Member before = find(change.id());
				Member member = this.members.save(requested.member(), event.time());
				if (!member.preferences().announcements()) {
					member = this.members.requestSubscription(change.id(), requested.revision(), event.time());
				}
				reconcile(before, member, places, event);
			}
			case MemberSubscribed subscribed -> chosen(subscribed.member(), places, event);
			case MemberErased ignored -> {
				this.reconciler.erase(change.id());
				this.registrations.eraseOfMember(change.id());
				this.members.erase(change.id());
			}
		}
	}

	private void chosen(MemberState state, List<Registration> places, ReceivedEvent event) {
		Member before = find(state.memberId());
		reconcile(before, this.members.save(state, event.time()), places, event);
	}

	private void reconcile(@Nullable Member before, Member member, List<Registration> places, ReceivedEvent event) {
		this.reconciler.reconcile(places, cause(event));
		this.reconciler.reconcile(member, cause(event));
		this.announcements.reconcile(before, member, cause(event));
	}

	private @Nullable Member find(UUID id) {
		return this.members.find(List.of(id)).get(id);
	}

	private static Cause cause(ReceivedEvent event) {
		return new Cause(event.id(), event.time(), event.traceparent());
	}

}
