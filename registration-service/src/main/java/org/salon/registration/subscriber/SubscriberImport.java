package org.salon.registration.subscriber;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import org.salon.events.member.MemberSubscribed;
import org.salon.events.member.Preferences;
import org.salon.messaging.outbox.Outbox;
import org.salon.messaging.outbox.VersionedEvent;
import org.salon.registration.input.Refused;
import org.salon.registration.member.Member;
import org.salon.registration.member.Members;
import org.salon.registration.member.RefusedAddresses;

/**
 * Subscribes those of a file, in two steps: what was read is put aside until the operator
 * has seen what it would do. Each batch commits by itself with its events, and who is
 * subscribed is passed over, so that it can be done again after a failure, or by mistake.
 */
@Service
class SubscriberImport {

	private static final int BATCH = 1_000;

	/** Addresses that nobody came back for. */
	private static final Duration KEPT = Duration.ofDays(1);

	private static final String TAKE = """
			select email_key from subscriber_candidate where import_id = :import and email_key > :after
			order by email_key limit :batch""";

	private static final String SUBSCRIBE = """
			with candidate as (
				select * from subscriber_candidate where import_id = :import and email_key = any(:keys)),
			subscribed as (
				insert into member as m (id, version, email_key, email, name, locale, announcements, reminders, replays,
					link_generation, created_at)
				select gen_random_uuid(), 1, email_key, email, name, locale, true, :reminders, :replays, 0, :now
				from candidate order by email_key
				on conflict (email_key) do update set version = m.version + 1, announcements = true,
					former_announcements = null, former_reminders = null, former_replays = null,
					subscription_asked_at = null
				where not m.announcements
				returning id, version, name, email, email_key, locale, announcements, reminders, replays,
					link_generation, zone, subscription_revision),
			proven as (
				insert into subscription_consent (member_id, given_on, proof, imported_at)
				select s.id, c.given_on, c.proof, :now from subscribed s join candidate c using (email_key)
				on conflict (member_id) do update set given_on = excluded.given_on, proof = excluded.proof,
					imported_at = excluded.imported_at)
			select\s""" + Members.COLUMNS + " from subscribed order by email_key";

	private final JdbcClient jdbc;

	private final RefusedAddresses refused;

	private final Outbox outbox;

	private final TransactionTemplate transaction;

	private final Clock clock;

	SubscriberImport(JdbcClient jdbc, RefusedAddresses refused, Outbox outbox, PlatformTransactionManager transactions,
			Clock clock) {
		this.jdbc = jdbc;
		this.refused = refused;
		this.outbox = outbox;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** Puts what was read aside, and says what importing it would do. */
	@Transactional
	public ImportPreview stage(SubscriberFile file) {
		UUID id = UUID.randomUUID();
		List<Candidate> candidates = file.candidates();
		for (int from = 0; from < candidates.size(); from += BATCH) {
			insert(id, candidates.subList(from, Math.min(from + BATCH, candidates.size())));
		}
		Set<String> keptOut = keptOut(candidates);
		return this.jdbc.sql("""
				select count(*) filter (where m.id is null and not out.kept) as fresh,
					count(*) filter (where not m.announcements and not out.kept) as known,
					count(*) filter (where m.announcements) as subscribed,
					count(*) filter (where m.announcements is not true and out.kept) as kept_out
				from subscriber_candidate c left join member m on m.email_key = c.email_key
					cross join lateral (select c.email_key = any(:keptOut) as kept) out
				where c.import_id = :import""")
			.param("import", id)
			.param("keptOut", keptOut.toArray(String[]::new))
			.query((row, number) -> new ImportPreview(id, row.getInt("fresh"), row.getInt("known"),
					row.getInt("subscribed"), row.getInt("kept_out"), file.refused()))
			.single();
	}

	/**
	 * Subscribes those who were put aside; again there is nothing left to do.
	 * @return how many were subscribed
	 * @throws Refused if nothing was put aside, or too long ago
	 */
	int write(UUID id) {
		boolean there = this.jdbc.sql("select exists (select 1 from subscriber_candidate where import_id = ?)")
			.param(id)
			.query(Boolean.class)
			.single();
		if (!there) {
			throw new Refused(Refused.Reason.GONE, "refused.subscribers.gone");
		}
		int subscribed = 0;
		List<String> keys = take(id, "");
		while (!keys.isEmpty()) {
			List<String> some = keys;
			Integer written = this.transaction.execute((status) -> subscribe(id, some));
			subscribed += (written != null) ? written : 0;
			keys = take(id, keys.getLast());
		}
		this.jdbc.sql("delete from subscriber_candidate where import_id = ?").param(id).update();
		return subscribed;
	}

	@Scheduled(fixedDelayString = "PT1H")
	void forgetOld() {
		this.jdbc.sql("delete from subscriber_candidate where staged_at < ?")
			.param(utc(this.clock.instant().minus(KEPT)))
			.update();
	}

	private List<String> take(UUID id, String after) {
		return this.jdbc.sql(TAKE)
			.param("import", id)
			.param("after", after)
			.param("batch", BATCH)
			.query(String.class)
			.list();
	}

	private int subscribe(UUID id, List<String> keys) {
		Set<String> wanted = new HashSet<>(keys);
		wanted.removeAll(this.refused.among(keys));
		List<Member> subscribed = this.jdbc.sql(SUBSCRIBE)
			.param("import", id)
			.param("keys", wanted.toArray(String[]::new))
			.param("reminders", Preferences.OF_AN_ATTENDEE.reminders())
			.param("replays", Preferences.OF_AN_ATTENDEE.replays())
			.param("now", utc(this.clock.instant()))
			.query(Members.MEMBER)
			.list();
		if (!subscribed.isEmpty()) {
			this.outbox.append(subscribed.stream()
				.map((member) -> new VersionedEvent(new MemberSubscribed(member.state()), member.version()))
				.toList());
		}
		return subscribed.size();
	}

	private Set<String> keptOut(List<Candidate> candidates) {
		Set<String> keptOut = new HashSet<>();
		for (int from = 0; from < candidates.size(); from += BATCH) {
			keptOut.addAll(this.refused.among(candidates.subList(from, Math.min(from + BATCH, candidates.size()))
				.stream()
				.map((candidate) -> candidate.email().key())
				.toList()));
		}
		return keptOut;
	}

	private void insert(UUID id, List<Candidate> some) {
		this.jdbc
			.sql("""
					insert into subscriber_candidate (import_id, line, email_key, email, name, locale, given_on, proof, staged_at)
					select :import, line, email_key, email, name, locale, given_on, proof, :now
					from unnest(:lines::integer[], :keys::text[], :emails::text[], :names::text[], :locales::text[],
						:dates::date[], :proofs::text[]) as c (line, email_key, email, name, locale, given_on, proof)""")
			.param("import", id)
			.param("now", utc(this.clock.instant()))
			.param("lines", column(some, (candidate) -> Integer.toString(candidate.line())))
			.param("keys", column(some, (candidate) -> candidate.email().key()))
			.param("emails", column(some, (candidate) -> candidate.email().text()))
			.param("names", column(some, Candidate::name))
			.param("locales", column(some, Candidate::language))
			.param("dates", column(some, (candidate) -> candidate.givenOn().toString()))
			.param("proofs", column(some, Candidate::proof))
			.update();
	}

	private static String[] column(List<Candidate> some, Function<Candidate, String> column) {
		return some.stream().map(column).toArray(String[]::new);
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
