package org.salon.notification.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.salon.notification.member.Member;
import org.salon.notification.member.Members;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.plan.DeliveryPlan;
import org.salon.notification.plan.MemberPlan;
import org.salon.notification.plan.PlanPolicy;
import org.salon.notification.plan.PlannedDelivery;
import org.salon.notification.plan.Told;
import org.salon.notification.registration.Registration;
import org.salon.notification.registration.Registrations;
import org.salon.notification.salon.Salon;
import org.salon.notification.salon.Salons;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What would be sent for a salon, by the same plan that the ledger is brought to. All is
 * read from one snapshot, in a transaction that cannot write; places come past a thousand
 * at a time, and announcements are counted by the database.
 */
@Component
public class Forecasts {

	private static final int BATCH = 1_000;

	private final Salons salons;

	private final Members members;

	private final Registrations registrations;

	private final Correspondence correspondence;

	private final PlannedRows rows;

	private final AnnouncementRows announcements;

	private final PlanPolicy policy;

	private final TransactionTemplate snapshot;

	private final Clock clock;

	Forecasts(Salons salons, Members members, Registrations registrations, Correspondence correspondence,
			PlannedRows rows, AnnouncementRows announcements, PlanPolicy policy,
			PlatformTransactionManager transactions, Clock clock) {
		this.salons = salons;
		this.members = members;
		this.registrations = registrations;
		this.correspondence = correspondence;
		this.rows = rows;
		this.announcements = announcements;
		this.policy = policy;
		this.snapshot = new TransactionTemplate(transactions);
		this.snapshot.setReadOnly(true);
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.clock = clock;
	}

	/**
	 * What would be sent for that salon; nothing is written or sent.
	 * @param at as if it were that moment; absent, now
	 * @param reminders as if these were the offsets; absent, those that hold
	 */
	public Optional<Forecast> of(int number, @Nullable Instant at, @Nullable List<Duration> reminders) {
		Instant moment = (at != null) ? at : this.clock.instant();
		return Objects.requireNonNull(this.snapshot.execute((status) -> this.salons.find(number)
			.map((salon) -> forecast((reminders != null) ? salon.remindedBy(reminders) : salon, moment))));
	}

	private Forecast forecast(Salon salon, Instant at) {
		ForecastTally tally = new ForecastTally();
		this.registrations.ofSalon(salon.number(), BATCH, (places) -> addPlaces(tally, salon, places, at));
		addAnnouncements(tally, salon, at);
		return new Forecast(salon, at, this.policy.reminders().of(salon).offsets(), tally.lines());
	}

	private void addPlaces(ForecastTally tally, Salon salon, List<Registration> places, Instant at) {
		List<UUID> ids = places.stream().map(Registration::id).toList();
		Map<UUID, Member> people = this.members.find(places.stream().map(Registration::memberId).toList());
		Map<UUID, Told> told = this.rows.told(ids);
		Map<UUID, List<LedgerEntry>> entries = this.rows.entries(ids);
		Set<String> suppressed = this.correspondence.suppressed(people.values().stream().map(Member::email).toList());
		for (Registration place : places) {
			Member member = people.get(place.memberId());
			if (member != null) {
				tally.add(DeliveryPlan.of(salon, place, member.preferences(), told.get(place.id()), this.policy, at),
						entries.getOrDefault(place.id(), List.of()),
						suppressed.contains(Correspondence.normal(member.email())));
			}
		}
	}

	private void addAnnouncements(ForecastTally tally, Salon salon, Instant at) {
		PlannedDelivery planned = MemberPlan.announcement(salon, at);
		this.announcements.count(salon).forEach((standing, recipients) -> {
			switch (standing) {
				case HANDED_OVER -> tally.sent(DeliveryKind.ANNOUNCEMENT, recipients);
				case UNWANTED -> tally.callOff(DeliveryKind.ANNOUNCEMENT, recipients);
				case NO_MAIL ->
					tally.refuse(DeliveryKind.ANNOUNCEMENT, LedgerState.SUPPRESSED, ForecastTally.NO_MAIL, recipients);
				case FAILED, EXPIRED, SUPPRESSED, SUPERSEDED, CANCELLED -> {
					LedgerState closed = LedgerState.valueOf(standing.name());
					tally.refuse(DeliveryKind.ANNOUNCEMENT, closed, ForecastTally.reason(closed), recipients);
				}
				case PLANNED, NEW -> {
					if (planned != null) {
						tally.send(planned, recipients);
					}
					else if (standing == AnnouncementRows.Standing.PLANNED) {
						tally.refuse(DeliveryKind.ANNOUNCEMENT, LedgerState.EXPIRED,
								ForecastTally.reason(LedgerState.EXPIRED), recipients);
					}
				}
			}
		});
	}

}
