package org.salon.access.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.Authentication;

import org.salon.access.LoginWatch;
import org.salon.access.Role;

/**
 * The table {@code audit_entry} of a service's database. Entries are added, completed
 * once, and deleted when their time is over; the table itself refuses anything else.
 */
public class AuditTrail implements LoginWatch {

	/** What the attempt to log in with a wrong password is called. */
	public static final String LOGIN = "login";

	private static final int LONGEST = 300;

	private static final String ADD = """
			insert into audit_entry (at, actor, role, action, target, status) values (?, ?, ?, ?, ?, ?) returning id""";

	private final JdbcTemplate jdbc;

	private final Clock clock;

	AuditTrail(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Notes an attempt to log in with a wrong password, or as nobody who has a login. */
	@Override
	public void failed(String name) {
		add(new Actor(name, null), LOGIN, "", 401);
	}

	/** Notes that somebody came in by a provider, which no form of ours tells of. */
	public void entered(Authentication who) {
		add(new Actor(who.getName(), Role.of(who).orElse(null)), "provider", "", 200);
	}

	/**
	 * Adds an entry in a transaction of its own.
	 * @param status of the answer, once it is known
	 */
	UUID add(Actor actor, String action, String target, @Nullable Integer status) {
		return Objects.requireNonNull(
				this.jdbc.queryForObject(ADD, UUID.class, Timestamp.from(this.clock.instant()), cut(actor.name()),
						(actor.role() != null) ? actor.role().name() : null, cut(action), cut(target), status));
	}

	void complete(UUID id, int status) {
		this.jdbc.update("update audit_entry set status = ? where id = ?", status, id);
	}

	/**
	 * The newest entries.
	 * @param before only those that are older than that one
	 * @param actor only those of that person
	 */
	public List<AuditEntry> newest(int size, @Nullable UUID before, @Nullable String actor) {
		List<Object> parameters = new ArrayList<>();
		StringBuilder sql = new StringBuilder(
				"select id, at, actor, role, action, target, status from audit_entry where true");
		if (before != null) {
			sql.append(" and id < ?");
			parameters.add(before);
		}
		if (actor != null) {
			sql.append(" and actor = ?");
			parameters.add(cut(actor));
		}
		parameters.add(size);
		return this.jdbc.query(sql.append(" order by id desc limit ?").toString(), (row, index) -> entry(row),
				parameters.toArray());
	}

	void deleteOlder(Duration retention) {
		this.jdbc.update("delete from audit_entry where at < ?", Timestamp.from(this.clock.instant().minus(retention)));
	}

	private static AuditEntry entry(ResultSet row) throws SQLException {
		String role = row.getString("role");
		return new AuditEntry(row.getObject("id", UUID.class), row.getTimestamp("at").toInstant(),
				row.getString("actor"), (role != null) ? Role.valueOf(role) : null, row.getString("action"),
				row.getString("target"), row.getObject("status", Integer.class));
	}

	private static String cut(String text) {
		// The database takes no such character.
		String clean = text.replace("\0", "");
		return (clean.length() > LONGEST) ? clean.substring(0, LONGEST) : clean;
	}

}
