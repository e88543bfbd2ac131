package org.salon.registration.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.salon.events.member.MemberErased;
import org.salon.events.member.Preferences;
import org.salon.messaging.outbox.Outbox;

/** The people as stored. Every change of one leaves with its event. */
@Repository
public class Members {

	/** What {@link #MEMBER} reads. */
	public static final String COLUMNS = "id, version, name, email, locale, announcements, reminders, replays, link_generation, "
			+ "zone, subscription_revision";

	public static final RowMapper<Member> MEMBER = (row, number) -> member(row);

	private final JdbcClient jdbc;

	private final RefusedAddresses refused;

	private final Outbox outbox;

	Members(JdbcClient jdbc, RefusedAddresses refused, Outbox outbox) {
		this.jdbc = jdbc;
		this.refused = refused;
		this.outbox = outbox;
	}

	/** How many want to know of new salons. */
	public long subscribers() {
		return this.jdbc.sql("select count(*) from member where announcements and erased_at is null")
			.query(Long.class)
			.single();
	}

	/** The member, unless erased. */
	public Optional<Member> find(UUID id) {
		return this.jdbc.sql("select " + COLUMNS + " from member where id = ? and erased_at is null")
			.param(id)
			.query(MEMBER)
			.optional();
	}

	/**
	 * Whoever has that address, new or known, called and addressed as they ask now. The
	 * row stays locked, so that one person signs up once at a time.
	 */
	public Member signedUp(EmailAddress email, String name, String locale, Instant now) {
		Signed signed = this.jdbc.sql("""
				insert into member (id, version, email_key, email, name, locale, announcements, reminders, replays,
					link_generation, created_at)
				values (:id, 1, :key, :email, :name, :locale, :announcements, :reminders, :replays, 0, :now)
				on conflict (email_key) do update set name = excluded.name, locale = excluded.locale,
					version = member.version + case
						when (member.name, member.locale) = (excluded.name, excluded.locale) then 0 else 1 end
				returning new.id, new.version, new.name, new.email, new.locale, new.announcements, new.reminders,
					new.replays, new.link_generation, new.zone, new.subscription_revision,
					old.version as version_before""")
			.param("id", UUID.randomUUID())
			.param("key", email.key())
			.param("email", email.text())
			.param("name", name)
			.param("locale", locale)
			.param("announcements", Preferences.OF_AN_ATTENDEE.announcements())
			.param("reminders", Preferences.OF_AN_ATTENDEE.reminders())
			.param("replays", Preferences.OF_AN_ATTENDEE.replays())
			.param("now", now.atOffset(ZoneOffset.UTC))
			.query((row, number) -> new Signed(member(row), row.getLong("version_before")))
			.single();
		// A new member's first registration tells all there is to tell.
		if (signed.versionBefore() > 0 && signed.member().version() > signed.versionBefore()) {
			this.outbox.append(signed.member().changed(), signed.member().version());
		}
		return signed.member();
	}

	/**
	 * Changes a member and tells of it, if anything differs; the transaction must be the
	 * caller's.
	 */
	public Optional<Member> change(UUID id, UnaryOperator<Member> change) {
		Optional<Member> before = lock(id);
		Optional<Member> after = before.map(change);
		if (after.isEmpty() || after.equals(before)) {
			return before;
		}
		Member risen = after.get().risen();
		update(risen);
		noteWish(before.get().preferences(), risen);
		this.outbox.append(risen.changed(), risen.version());
		return Optional.of(risen);
	}

	/** So that no import subscribes those who said no, until they say yes themselves. */
	private void noteWish(Preferences before, Member now) {
		if (now.preferences().announcements()) {
			this.refused.remove(now.email());
		}
		else if (before.announcements() || now.preferences().equals(Preferences.NONE)) {
			this.refused.add(now.email(), RefusedAddresses.Reason.UNSUBSCRIBED);
		}
	}

	/** The member, kept from change by others until the transaction ends. */
	public Optional<Member> lock(UUID id) {
		return this.jdbc.sql("select " + COLUMNS + " from member where id = ? and erased_at is null for no key update")
			.param(id)
			.query(MEMBER)
			.optional();
	}

	/**
	 * Forgets a locked member; only the id stays, so that nothing late brings them back.
	 */
	public void erase(Member member, Instant now) {
		this.jdbc.sql("delete from subscription_consent where member_id = ?").param(member.id()).update();
		this.jdbc.sql("delete from subscriber_candidate where email_key = lower(?)").param(member.email()).update();
		this.jdbc.sql("""
				update member set version = version + 1, email_key = null, email = null, name = null, locale = null,
					announcements = false, reminders = false, replays = false, zone = null,
					former_announcements = null, former_reminders = null, former_replays = null,
					subscription_asked_at = null, erased_at = ?
				where id = ?""").params(now.atOffset(ZoneOffset.UTC), member.id()).update();
		// What was said of the person must not lie in the outbox either, sent or not.
		this.outbox.forget(member.id().toString());
		this.outbox.append(new MemberErased(member.id()), member.version() + 1);
	}

	private void update(Member member) {
		// Whoever can change it has had a mail of ours: the address is theirs.
		this.jdbc.sql("""
				update member set version = :version, name = :name, locale = :locale, zone = :zone,
					announcements = :announcements, reminders = :reminders, replays = :replays,
					former_announcements = null, former_reminders = null, former_replays = null,
					subscription_asked_at = null
				where id = :id""")
			.param("version", member.version())
			.param("name", member.name())
			.param("locale", member.locale())
			.param("zone", (member.zone() != null) ? member.zone().getId() : null)
			.param("announcements", member.preferences().announcements())
			.param("reminders", member.preferences().reminders())
			.param("replays", member.preferences().replays())
			.param("id", member.id())
			.update();
	}

	private static Member member(ResultSet row) throws SQLException {
		return new Member(row.getObject("id", UUID.class), row.getLong("version"), row.getString("name"),
				row.getString("email"), row.getString("locale"),
				new Preferences(row.getBoolean("announcements"), row.getBoolean("reminders"),
						row.getBoolean("replays")),
				row.getInt("link_generation"), zone(row.getString("zone")), row.getInt("subscription_revision"));
	}

	private static @Nullable ZoneId zone(@Nullable String name) {
		return (name != null) ? ZoneId.of(name) : null;
	}

	private record Signed(Member member, long versionBefore) {
	}

}
