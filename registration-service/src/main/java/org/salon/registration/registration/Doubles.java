package org.salon.registration.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.salon.events.member.Preferences;
import org.salon.registration.delivery.DeliveryOutcomes;
import org.salon.registration.input.Refused;
import org.salon.registration.member.Consents;
import org.salon.registration.member.Member;
import org.salon.registration.member.Members;
import org.salon.registration.member.RefusedAddresses;
import org.salon.registration.salon.Gate;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.SalonStage;
import org.salon.registration.salon.Salons;

/**
 * Makes one member of two who are one person with two addresses: all that one has moves
 * to the other, and then that one is erased, which tells every other service.
 */
@Service
public class Doubles {

	private final Salons salons;

	private final Members members;

	private final Registrations registrations;

	private final MovedPlaces moved;

	private final Waitlist waitlist;

	private final DeliveryOutcomes outcomes;

	private final Consents consents;

	private final RefusedAddresses refused;

	private final Clock clock;

	Doubles(Salons salons, Members members, Registrations registrations, MovedPlaces moved, Waitlist waitlist,
			DeliveryOutcomes outcomes, Consents consents, RefusedAddresses refused, Clock clock) {
		this.salons = salons;
		this.members = members;
		this.registrations = registrations;
		this.moved = moved;
		this.waitlist = waitlist;
		this.outcomes = outcomes;
		this.consents = consents;
		this.refused = refused;
		this.clock = clock;
	}

	/**
	 * What it would do; nothing changes.
	 * @throws Refused if there are not two such members
	 */
	@Transactional(readOnly = true)
	public MergePlan preview(UUID keptId, UUID goneId) {
		Member kept = this.members.find(keptId).orElseThrow(Doubles::unknown);
		Member gone = this.members.find(goneId)
			.filter((member) -> !goneId.equals(keptId))
			.orElseThrow(Doubles::unknown);
		Map<Integer, Registration> keptPlaces = places(keptId);
		Instant now = this.clock.instant();
		List<MergedPlace> places = this.registrations.ofMember(goneId).stream().map((place) -> {
			Salon salon = this.salons.find(place.salonNumber()).orElseThrow(Doubles::unknown);
			return MergedPlace.of(place, keptPlaces.get(place.salonNumber()), salon.details().title(),
					salon.stageAt(now) != SalonStage.ANNOUNCED);
		}).toList();
		return new MergePlan(kept, gone, places, subscribes(kept, gone));
	}

	/** Does it. */
	@Transactional
	public void merge(UUID keptId, UUID goneId) {
		Set<Integer> numbers = Stream.of(keptId, goneId)
			.flatMap((id) -> this.registrations.ofMember(id).stream())
			.map(Registration::salonNumber)
			.collect(Collectors.toCollection(TreeSet::new));
		Map<Integer, Gate> gates = this.salons.lockAll(List.copyOf(numbers))
			.stream()
			.collect(Collectors.toMap(Gate::number, Function.identity()));
		// In one order, whichever of the two stays.
		Map<UUID, Member> both = Stream.of(keptId, goneId)
			.distinct()
			.sorted()
			.map((id) -> this.members.lock(id).orElseThrow(Doubles::unknown))
			.collect(Collectors.toMap(Member::id, Function.identity()));
		Member kept = one(both, keptId);
		Member gone = one(both, goneId);
		Member told = takeOver(kept, gone);
		Map<Integer, Registration> keptPlaces = places(keptId);
		for (Registration place : this.registrations.ofMember(goneId)) {
			Gate gate = gates.get(place.salonNumber());
			if (gate == null) {
				// Signed up since its places were read: the salon is not locked.
				throw new Refused(Refused.Reason.STALE, "refused.stale");
			}
			this.moved.move(place, keptPlaces.get(place.salonNumber()), told, gate);
		}
		forget(gone, keptId);
		gates.values().stream().sorted(Comparator.comparing(Gate::number)).forEach(this.waitlist::moveUp);
	}

	/** Two who are not two, or of whom one is gone, cannot be one. */
	private static Member one(Map<UUID, Member> both, UUID id) {
		Member member = both.get(id);
		if (member == null || both.size() < 2) {
			throw unknown();
		}
		return member;
	}

	private Member takeOver(Member kept, Member gone) {
		boolean subscribes = subscribes(kept, gone);
		Preferences own = kept.preferences();
		String name = kept.name().isEmpty() ? gone.name() : kept.name();
		return this.members
			.change(kept.id(),
					(member) -> member
						.described(name, member.locale(), (member.zone() != null) ? member.zone() : gone.zone())
						.preferring(new Preferences(own.announcements() || subscribes, own.reminders(), own.replays())))
			.orElseThrow(Doubles::unknown);
	}

	private void forget(Member gone, UUID keptId) {
		this.registrations.deleteOf(gone.id());
		this.outcomes.hand(gone.id(), keptId);
		this.consents.hand(gone.id(), keptId);
		// The list from which it came may be imported once more.
		this.refused.add(gone.email(), RefusedAddresses.Reason.MERGED);
		this.members.erase(gone, this.clock.instant());
	}

	/** Who said no at the address that stays has said no. */
	private boolean subscribes(Member kept, Member gone) {
		return gone.preferences().announcements() && !kept.preferences().announcements()
				&& this.refused.among(List.of(kept.email())).isEmpty();
	}

	private Map<Integer, Registration> places(UUID memberId) {
		return this.registrations.ofMember(memberId)
			.stream()
			.collect(Collectors.toMap(Registration::salonNumber, Function.identity()));
	}

	private static Refused unknown() {
		return new Refused(Refused.Reason.NOT_FOUND, "refused.noSuchMember");
	}

}
