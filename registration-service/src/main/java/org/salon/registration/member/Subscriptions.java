package org.salon.registration.member;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import org.salon.events.member.MemberSubscribed;
import org.salon.events.member.Preferences;
import org.salon.events.member.SubscriptionRequested;
import org.salon.messaging.outbox.Outbox;
import org.salon.registration.delivery.DeliveryOutcomes;

/** Announcements by double opt-in, for people with or without a place. */
@Repository
class Subscriptions {

	/** Asked again within it, no second mail goes out. */
	private static final Duration QUIET = Duration.ofHours(1);

	/** An address that nobody confirmed may be anyone's, and is forgotten. */
	private static final Duration KEPT = Duration.ofDays(7);

	private static final int AT_A_TIME = 500;

	private final JdbcClient jdbc;

	private final Members members;

	private final RefusedAddresses refused;

	private final DeliveryOutcomes outcomes;

	private final Outbox outbox;

	private final Clock clock;

	Subscriptions(JdbcClient jdbc, Members members, RefusedAddresses refused, DeliveryOutcomes outcomes, Outbox outbox,
			Clock clock) {
		this.jdbc = jdbc;
		this.members = members;
		this.refused = refused;
		this.outcomes = outcomes;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * Asks the owner of the address whether they want announcements. Nothing happens for
	 * one who has them already or was just asked; name and language count for a stranger
	 * only, since anyone may type any address.
	 */
	@Transactional
	public void request(EmailAddress email, String name, String locale) {
		asked(email, name, locale, this.clock.instant()).ifPresent((member) -> this.outbox
			.append(new SubscriptionRequested(member.state(), member.subscriptionRevision()), member.version()));
	}

	/** Announcements are wanted; again has no effect. */
	@Transactional
	public void confirm(UUID memberId) {
		Member member = this.members.lock(memberId).orElseThrow(MailLinks::unknown);
		if (member.preferences().announcements()) {
			return;
		}
		Member subscribed = this.jdbc.sql("""
				update member set version = version + 1, announcements = true, former_announcements = null,
					former_reminders = null, former_replays = null, subscription_asked_at = null
				where id = ? returning\s""" + Members.COLUMNS).param(memberId).query(Members.MEMBER).single();
		this.refused.remove(subscribed.email());
		this.outbox.append(new MemberSubscribed(subscribed.state()), subscribed.version());
	}

	/** Forgets those who never confirmed and hold nothing else of ours. */
	@Scheduled(fixedDelayString = "PT1H")
	@Transactional
	public void forgetUnconfirmed() {
		Instant now = this.clock.instant();
		List<UUID> stale = this.jdbc.sql("""
				select id from member where subscription_asked_at < ? and not announcements
					and not exists (select 1 from registration where member_id = member.id)
				order by subscription_asked_at limit ?""")
			.params(utc(now.minus(KEPT)), AT_A_TIME)
			.query(UUID.class)
			.list();
		stale.forEach((id) -> this.members.lock(id)
			.filter((member) -> !member.preferences().announcements() && isStranger(id))
			.ifPresent((member) -> {
				this.outcomes.erase(id);
				this.members.erase(member, now);
			}));
	}

	private Optional<Member> asked(EmailAddress email, String name, String locale, Instant now) {
		return this.jdbc.sql("""
				insert into member (id, version, email_key, email, name, locale, announcements, reminders, replays,
					link_generation, created_at, subscription_revision, subscription_asked_at)
				values (:id, 1, :key, :email, :name, :locale, false, :reminders, :replays, 0, :now, 1, :now)
				on conflict (email_key) do update set version = member.version + 1,
					subscription_revision = member.subscription_revision + 1,
					subscription_asked_at = excluded.subscription_asked_at
				where not member.announcements
					and (member.subscription_asked_at is null or member.subscription_asked_at <= :quiet)
				returning\s""" + Members.COLUMNS)
			.param("id", UUID.randomUUID())
			.param("key", email.key())
			.param("email", email.text())
			.param("name", name)
			.param("locale", locale)
			.param("reminders", Preferences.OF_AN_ATTENDEE.reminders())
			.param("replays", Preferences.OF_AN_ATTENDEE.replays())
			.param("now", utc(now))
			.param("quiet", utc(now.minus(QUIET)))
			.query(Members.MEMBER)
			.optional();
	}

	// Asked once the row is locked: who signs up meanwhile waits, or has been seen.
	private boolean isStranger(UUID memberId) {
		return this.jdbc.sql("""
				select subscription_asked_at is not null
					and not exists (select 1 from registration where member_id = member.id)
				from member where id = ?""").param(memberId).query(Boolean.class).single();
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
