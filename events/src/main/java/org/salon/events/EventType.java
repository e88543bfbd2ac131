package org.salon.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.salon.events.delivery.DeliveryChanged;
import org.salon.events.invitation.InvitationAnswered;
import org.salon.events.member.MemberErased;
import org.salon.events.member.MemberPreferencesChanged;
import org.salon.events.member.MemberSubscribed;
import org.salon.events.member.SubscriptionRequested;
import org.salon.events.operator.OperatorChanged;
import org.salon.events.registration.AttendanceRecorded;
import org.salon.events.registration.FeedbackGiven;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.registration.RegistrationCancelled;
import org.salon.events.registration.RegistrationConfirmed;
import org.salon.events.registration.WaitlistPromoted;
import org.salon.events.salon.LinksChecked;
import org.salon.events.salon.ReplayPublished;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonArchived;
import org.salon.events.salon.SalonCancelled;
import org.salon.events.salon.SalonChanged;
import org.salon.events.salon.SalonRenumbered;
import org.salon.events.salon.SalonRescheduled;

/**
 * The logical name of each event ({@code ce_type}), its topic, and its record. Names
 * never change once released; a new shape that old consumers cannot read gets a new
 * version.
 */
public enum EventType {

	SALON_ANNOUNCED("salon.announced.v1", Topics.SALONS, SalonAnnounced.class),
	SALON_RESCHEDULED("salon.rescheduled.v1", Topics.SALONS, SalonRescheduled.class),
	SALON_CHANGED("salon.changed.v1", Topics.SALONS, SalonChanged.class),
	SALON_CANCELLED("salon.cancelled.v1", Topics.SALONS, SalonCancelled.class),
	SALON_ARCHIVED("salon.archived.v1", Topics.SALONS, SalonArchived.class),
	SALON_RENUMBERED("salon.renumbered.v1", Topics.SALONS, SalonRenumbered.class),
	REPLAY_PUBLISHED("salon.replay-published.v1", Topics.SALONS, ReplayPublished.class),
	LINKS_CHECKED("salon.links-checked.v1", Topics.SALONS, LinksChecked.class),
	MEMBER_REGISTERED("salon.member-registered.v1", Topics.REGISTRATIONS, MemberRegistered.class),
	REGISTRATION_CONFIRMED("salon.registration-confirmed.v1", Topics.REGISTRATIONS, RegistrationConfirmed.class),
	REGISTRATION_CANCELLED("salon.registration-cancelled.v1", Topics.REGISTRATIONS, RegistrationCancelled.class),
	WAITLIST_PROMOTED("salon.waitlist-promoted.v1", Topics.REGISTRATIONS, WaitlistPromoted.class),
	ATTENDANCE_RECORDED("salon.attendance-recorded.v1", Topics.REGISTRATIONS, AttendanceRecorded.class),
	FEEDBACK_GIVEN("salon.feedback-given.v1", Topics.REGISTRATIONS, FeedbackGiven.class),
	MEMBER_PREFERENCES_CHANGED("salon.member-preferences-changed.v1", Topics.REGISTRATIONS,
			MemberPreferencesChanged.class),
	SUBSCRIPTION_REQUESTED("salon.subscription-requested.v1", Topics.REGISTRATIONS, SubscriptionRequested.class),
	MEMBER_SUBSCRIBED("salon.member-subscribed.v1", Topics.REGISTRATIONS, MemberSubscribed.class),
	MEMBER_ERASED("salon.member-erased.v1", Topics.REGISTRATIONS, MemberErased.class),
	DELIVERY_CHANGED("salon.delivery-changed.v1", Topics.DELIVERIES, DeliveryChanged.class),
	INVITATION_ANSWERED("salon.invitation-answered.v1", Topics.DELIVERIES, InvitationAnswered.class),
	OPERATOR_CHANGED("salon.operator-changed.v1", Topics.OPERATORS, OperatorChanged.class);

	private static final Map<String, EventType> BY_NAME = Arrays.stream(values())
		.collect(Collectors.toUnmodifiableMap(EventType::wireName, Function.identity()));

	private static final Map<Class<?>, EventType> BY_CLASS = Arrays.stream(values())
		.collect(Collectors.toUnmodifiableMap(EventType::record, Function.identity()));

	private final String wireName;

	private final String topic;

	private final Class<? extends DomainEvent> record;

	EventType(String wireName, String topic, Class<? extends DomainEvent> record) {
		this.wireName = wireName;
		this.topic = topic;
		this.record = record;
	}

	/** The value of {@code ce_type}, for example {@code salon.announced.v1}. */
	public String wireName() {
		return this.wireName;
	}

	public String topic() {
		return this.topic;
	}

	public Class<? extends DomainEvent> record() {
		return this.record;
	}

	/** The type of that exact name and version, or empty if this library knows none. */
	public static Optional<EventType> named(String wireName) {
		return Optional.ofNullable(BY_NAME.get(wireName));
	}

	/**
	 * Whether the name is that of an event known here, in a version that is not. Such a
	 * record cannot be read safely, while one of a wholly unknown name can be skipped.
	 */
	public static boolean isUnknownVersion(String wireName) {
		return !BY_NAME.containsKey(wireName)
				&& BY_NAME.keySet().stream().anyMatch((known) -> unversioned(known).equals(unversioned(wireName)));
	}

	static EventType of(Class<?> record) {
		EventType type = BY_CLASS.get(record);
		if (type == null) {
			throw new IllegalArgumentException(record + " is no event");
		}
		return type;
	}

	private static String unversioned(String wireName) {
		int version = wireName.lastIndexOf(".v");
		return (version < 0) ? wireName : wireName.substring(0, version);
	}

}
