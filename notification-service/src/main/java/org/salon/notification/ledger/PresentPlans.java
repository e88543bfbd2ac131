package org.salon.notification.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.salon.notification.member.Member;
import org.salon.notification.member.Members;
import org.salon.notification.plan.DeliveryPlan;
import org.salon.notification.plan.MemberPlan;
import org.salon.notification.plan.PlanPolicy;
import org.salon.notification.plan.PlannedDelivery;
import org.salon.notification.registration.Registration;
import org.salon.notification.registration.Registrations;
import org.salon.notification.salon.Salon;
import org.salon.notification.salon.Salons;

import org.springframework.stereotype.Component;

/** What is due by what is known now, whatever the ledger says. */
@Component
class PresentPlans {

	private final Salons salons;

	private final Members members;

	private final Registrations registrations;

	private final PlannedRows rows;

	private final PlanPolicy policy;

	private final Clock clock;

	PresentPlans(Salons salons, Members members, Registrations registrations, PlannedRows rows, PlanPolicy policy,
			Clock clock) {
		this.salons = salons;
		this.members = members;
		this.registrations = registrations;
		this.rows = rows;
		this.policy = policy;
		this.clock = clock;
	}

	/** What is due to that message's person, of that message's salon or of none. */
	List<PlannedDelivery> of(DeliveryView delivery) {
		UUID memberId = delivery.member();
		Member member = this.members.find(List.of(memberId)).get(memberId);
		Integer number = delivery.salon();
		if (member == null) {
			return List.of();
		}
		return (number != null) ? ofSalon(number, member) : MemberPlan.of(member, this.clock.instant());
	}

	private List<PlannedDelivery> ofSalon(int number, Member member) {
		Instant now = this.clock.instant();
		Salon salon = this.salons.find(number).orElse(null);
		List<Registration> places = this.registrations.ofSalon(number, List.of(member.id()));
		if (places.isEmpty()) {
			return announcement(salon, member, now);
		}
		return places.stream()
			.flatMap((place) -> DeliveryPlan
				.of(salon, place, member.preferences(), this.rows.told(List.of(place.id())).get(place.id()),
						this.policy, now)
				.stream())
			.toList();
	}

	private static List<PlannedDelivery> announcement(@Nullable Salon salon, Member member, Instant now) {
		if (salon == null || !MemberPlan.announces(salon, member, null)) {
			return List.of();
		}
		return Stream.ofNullable(MemberPlan.announcement(salon, now)).toList();
	}

}
