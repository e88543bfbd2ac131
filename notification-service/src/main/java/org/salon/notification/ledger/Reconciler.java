package org.salon.notification.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.salon.notification.member.Member;
import org.salon.notification.member.Members;
import org.salon.notification.plan.DeliveryPlan;
import org.salon.notification.plan.MemberPlan;
import org.salon.notification.plan.PlanPolicy;
import org.salon.notification.plan.Told;
import org.salon.notification.registration.Registration;
import org.salon.notification.salon.Salon;
import org.salon.notification.salon.Salons;

import org.springframework.stereotype.Component;

/**
 * Brings the ledger to what the plan says. Whatever happened, this is the one way by
 * which messages come to be due, are called off, or move.
 */
@Component
public class Reconciler {

	private final Salons salons;

	private final Members members;

	private final PlannedRows rows;

	private final OrganiserMail organiserMail;

	private final Outcomes outcomes;

	private final Tally tally;

	private final DueSignal signal;

	private final PlanPolicy policy;

	private final Clock clock;

	Reconciler(Salons salons, Members members, PlannedRows rows, OrganiserMail organiserMail, Outcomes outcomes,
			Tally tally, DueSignal signal, PlanPolicy policy, Clock clock) {
		this.salons = salons;
		this.members = members;
		this.rows = rows;
		this.organiserMail = organiserMail;
		this.outcomes = outcomes;
		this.tally = tally;
		this.signal = signal;
		this.policy = policy;
		this.clock = clock;
	}

	/**
	 * Within a transaction that has locked the salons: what these registrations are at
	 * now is what is due to their people.
	 */
	public void reconcile(List<Registration> registrations, Cause cause) {
		if (!registrations.isEmpty()) {
			Collection<UUID> ids = registrations.stream().map(Registration::id).toList();
			List<UUID> people = registrations.stream().map(Registration::memberId).toList();
			apply(registrations, new Known(this.members.find(people), this.rows.told(ids), this.rows.entries(ids)),
					cause);
		}
	}

	/**
	 * The same for a registration that was not known before: nothing is due to it yet.
	 */
	public void welcome(Registration registration, Member member, Cause cause) {
		apply(List.of(registration), new Known(Map.of(member.id(), member), Map.of(), Map.of()), cause);
	}

	/** The same for what is due to a person who need not have a place anywhere. */
	public void reconcile(Member member, Cause cause) {
		Instant now = this.clock.instant();
		Reconciliation reconciliation = new Reconciliation();
		reconciliation.add(member, MemberPlan.of(member, now), this.rows.entriesOf(member.id()));
		apply(reconciliation, cause, now);
	}

	private void apply(List<Registration> registrations, Known known, Cause cause) {
		Instant now = this.clock.instant();
		apply(compare(registrations, known, now), cause, now);
	}

	private void apply(Reconciliation reconciliation, Cause cause, Instant now) {
		List<Outcome> told = new ArrayList<>();
		if (!reconciliation.closings().isEmpty()) {
			told.addAll(this.rows.close(reconciliation.closings()));
		}
		if (!reconciliation.adjustments().isEmpty()) {
			this.tally.takeBack(this.rows.adjust(reconciliation.adjustments()), now);
		}
		if (!reconciliation.insertions().isEmpty()) {
			told.addAll(this.rows.insert(reconciliation.insertions(), cause));
		}
		this.outcomes.tell(told, now);
		if (reconciliation.plans()) {
			this.signal.raiseAfterCommit();
		}
	}

	/** Forgets a person: nothing more is sent, and no row says whom it was for. */
	public void erase(UUID memberId) {
		this.organiserMail.forget();
		this.tally.add(this.rows.erase(memberId), this.clock.instant());
	}

	private Reconciliation compare(List<Registration> registrations, Known known, Instant now) {
		Map<Integer, Salon> found = this.salons.find(registrations.stream().map(Registration::salonNumber).toList());
		Reconciliation reconciliation = new Reconciliation();
		for (Registration registration : registrations) {
			Salon salon = found.get(registration.salonNumber());
			Member member = known.people().get(registration.memberId());
			if (salon != null && member != null) {
				Told told = known.told().get(registration.id());
				reconciliation.add(salon, registration, member.email(),
						DeliveryPlan.of(salon, registration, member.preferences(), told, this.policy, now),
						known.entries().getOrDefault(registration.id(), List.of()));
			}
		}
		return reconciliation;
	}

	private record Known(Map<UUID, Member> people, Map<UUID, Told> told, Map<UUID, List<LedgerEntry>> entries) {
	}

}
