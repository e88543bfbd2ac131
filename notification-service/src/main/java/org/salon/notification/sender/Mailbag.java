package org.salon.notification.sender;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.salon.notification.ledger.Correspondence;
import org.salon.notification.ledger.Lease;
import org.salon.notification.member.Member;
import org.salon.notification.member.Members;
import org.salon.notification.plan.Told;
import org.salon.notification.registration.Registration;
import org.salon.notification.registration.Registrations;
import org.salon.notification.salon.Salon;
import org.salon.notification.salon.Salons;

import org.springframework.stereotype.Component;

/** Fetches what a batch of mails is made from, in a few statements for all of them. */
@Component
class Mailbag {

	private final Salons salons;

	private final Registrations registrations;

	private final Members members;

	private final Correspondence correspondence;

	private final Rest rest;

	Mailbag(Salons salons, Registrations registrations, Members members, Correspondence correspondence, Rest rest) {
		this.salons = salons;
		this.registrations = registrations;
		this.members = members;
		this.correspondence = correspondence;
		this.rest = rest;
	}

	/** What can wait while its person sleeps is put back, and is missing. */
	List<Item> fill(List<Lease> leases) {
		if (leases.isEmpty()) {
			return List.of();
		}
		List<UUID> ids = leases.stream().flatMap((lease) -> Stream.ofNullable(lease.registrationId())).toList();
		Map<UUID, Registration> places = this.registrations.find(ids)
			.stream()
			.collect(Collectors.toMap(Registration::id, Function.identity()));
		Map<Seat, Registration> others = others(leases);
		Map<UUID, Member> people = this.members.find(leases.stream().map(Lease::memberId).toList());
		Map<Integer, Salon> known = this.salons
			.find(leases.stream().flatMap((lease) -> Stream.ofNullable(lease.salonNumber())).toList());
		Map<UUID, Told> told = this.correspondence.told(ids);
		var suppressed = this.correspondence.suppressed(
				Stream.concat(people.values().stream().map(Member::email), leases.stream().flatMap(Mailbag::organiser))
					.toList());
		List<Item> items = new ArrayList<>();
		for (Lease lease : leases) {
			Member member = people.get(lease.memberId());
			items.add(new Item(lease, get(known, lease.salonNumber()), place(lease, places, others), member,
					get(told, lease.registrationId()),
					Stream.concat(Stream.ofNullable(member).map(Member::email), organiser(lease))
						.map(Correspondence::normal)
						.anyMatch(suppressed::contains)));
		}
		return this.rest.awake(items);
	}

	/** The address of a mail to an organiser, which the lease has and no member. */
	private static Stream<String> organiser(Lease lease) {
		return lease.kind().toOrganiser() ? Stream.ofNullable(lease.address()) : Stream.empty();
	}

	/** Whether those who are to hear of a salon have a place there meanwhile. */
	private Map<Seat, Registration> others(List<Lease> leases) {
		Map<Integer, List<UUID>> announced = leases.stream()
			.filter((lease) -> lease.registrationId() == null && lease.salonNumber() != null)
			.collect(Collectors.groupingBy((lease) -> Objects.requireNonNull(lease.salonNumber()),
					Collectors.mapping(Lease::memberId, Collectors.toList())));
		return announced.entrySet()
			.stream()
			.flatMap((entry) -> this.registrations.ofSalon(entry.getKey(), entry.getValue()).stream())
			.collect(Collectors.toMap((place) -> new Seat(place.memberId(), place.salonNumber()), Function.identity(),
					(one, other) -> one));
	}

	private static @Nullable Registration place(Lease lease, Map<UUID, Registration> places,
			Map<Seat, Registration> others) {
		Integer salon = lease.salonNumber();
		if (lease.registrationId() != null || salon == null) {
			return get(places, lease.registrationId());
		}
		return others.get(new Seat(lease.memberId(), salon));
	}

	private static <K, V> @Nullable V get(Map<K, V> known, @Nullable K key) {
		return (key != null) ? known.get(key) : null;
	}

	private record Seat(UUID member, int salon) {
	}

	/** What one mail is made from; what has gone in the meantime is missing. */
	record Item(Lease lease, @Nullable Salon salon, @Nullable Registration place, @Nullable Member member,
			@Nullable Told told, boolean suppressed) {
	}

}
