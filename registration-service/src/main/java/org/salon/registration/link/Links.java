package org.salon.registration.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.salon.events.salon.DeadLink;

/** The addresses of all public salons, and what their checks have come to. */
@Repository
class Links {

	/**
	 * Longer than any check: seven requests, each with its wait for the host. An instance
	 * that dies meanwhile leaves the address to others by then.
	 */
	private static final Duration LEASE = Duration.ofMinutes(15);

	private static final String USED = """
			with used as (
				select distinct salon.number, link ->> 'url' as url
				from salon, jsonb_array_elements(salon.details -> 'links') as link
				where salon.stage in ('ANNOUNCED', 'ARCHIVED'))
			""";

	private static final String HOST = "lower(coalesce(substring(url from '^[^:]+://(\\[[^]]*\\]|[^/:?#]*)'), ''))";

	private static final String HISTORY = "state, finding, status, redirected_to, failures, first_failure_at, checked_at, next_check_at";

	private final JdbcClient jdbc;

	Links(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Takes in what the salons have now, and forgets what none has any more. Does nothing
	 * if another instance is about it.
	 * @return whether it was done
	 */
	boolean collect(Instant now) {
		if (!this.jdbc.sql("select pg_try_advisory_xact_lock(hashtext('link_address'))")
			.query(Boolean.class)
			.single()) {
			return false;
		}
		// Not left to the conflict alone: each would use up a number of the addresses.
		this.jdbc.sql(USED + """
				insert into link_address (url, host, next_check_at)
				select distinct url, %s, :now::timestamptz from used
				where md5(url) not in (select md5(url) from link_address)
				on conflict (md5(url)) do nothing""".formatted(HOST)).param("now", utc(now)).update();
		this.jdbc.sql(USED + """
				delete from link_use using link_address where link_address.id = link_use.address_id
				and (salon_number, url) not in (select number, url from used)""").update();
		this.jdbc.sql(USED + """
				insert into link_use (salon_number, address_id)
				select used.number, link_address.id
				from used join link_address on md5(link_address.url) = md5(used.url)
				on conflict do nothing""").update();
		this.jdbc.sql("delete from link_address where id not in (select address_id from link_use)").update();
		this.jdbc.sql("delete from link_host where next_at < ?").param(utc(now.minus(Duration.ofDays(1)))).update();
		return true;
	}

	/**
	 * Takes one address that is due, of a host that may be asked now, from all others
	 * until its lease ends.
	 */
	Optional<Claim> claim(Instant now) {
		UUID lease = UUID.randomUUID();
		return this.jdbc.sql("""
				update link_address set lease = :lease, next_check_at = :until where id = (
					select a.id from link_address a left join link_host h on h.host = a.host
					where a.next_check_at <= :now and (h.next_at is null or h.next_at <= :now)
					order by a.next_check_at, a.id limit 1 for update of a skip locked)
				returning id, url, %s""".formatted(HISTORY))
			.param("lease", lease)
			.param("until", utc(now.plus(LEASE)))
			.param("now", utc(now))
			.query((row, index) -> new Claim(row.getLong("id"), row.getString("url"), lease, history(row)))
			.optional();
	}

	/**
	 * Writes down what the check has come to.
	 * @return false if the lease had ended, and the check is another's now
	 */
	boolean settle(Claim claim, LinkHistory history) {
		return this.jdbc.sql("""
				update link_address set lease = null, state = :state, finding = :finding, status = :status,
					redirected_to = :redirectedTo, failures = :failures, first_failure_at = :firstFailureAt,
					checked_at = :checkedAt, next_check_at = :nextCheckAt
				where id = :id and lease = :lease""")
			.param("state", history.state().name())
			.param("finding", (history.finding() != null) ? history.finding().name() : null)
			.param("status", history.status())
			.param("redirectedTo", history.redirectedTo())
			.param("failures", history.failures())
			.param("firstFailureAt", utc(history.firstFailureAt()))
			.param("checkedAt", utc(history.checkedAt()))
			.param("nextCheckAt", utc(history.nextCheckAt()))
			.param("id", claim.id())
			.param("lease", claim.lease())
			.update() == 1;
	}

	/** The salons that have the address among their links, in order. */
	List<Integer> salonsWith(long address) {
		return this.jdbc.sql("select salon_number from link_use where address_id = ? order by salon_number")
			.param(address)
			.query(Integer.class)
			.list();
	}

	/** The dead links of a salon, in the order of their addresses. */
	List<DeadLink> dead(int salon) {
		return this.jdbc.sql("""
				select url, finding, first_failure_at from link_address
				join link_use on address_id = id and salon_number = ?
				where state = 'DEAD' order by url collate "C" """)
			.param(salon)
			.query((row, index) -> new DeadLink(row.getString("url"),
					Finding.valueOf(row.getString("finding")).reason(), required(row, "first_failure_at")))
			.list();
	}

	static LinkHistory history(ResultSet row) throws SQLException {
		String finding = row.getString("finding");
		return new LinkHistory(LinkState.valueOf(row.getString("state")),
				(finding != null) ? Finding.valueOf(finding) : null, (Integer) row.getObject("status"),
				row.getString("redirected_to"), row.getInt("failures"), instant(row, "first_failure_at"),
				instant(row, "checked_at"), required(row, "next_check_at"));
	}

	private static Instant required(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

	/** An address that this instance alone checks now. */
	record Claim(long id, String url, UUID lease, LinkHistory before) {
	}

}
