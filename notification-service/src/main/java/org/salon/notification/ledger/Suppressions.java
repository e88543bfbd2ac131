package org.salon.notification.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.salon.notification.database.Columns;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The addresses that no mail is sent to. An address goes onto the list when its own
 * server says that there is no such one, when mails to it came back too often, after a
 * complaint, or by an operator's hand; it comes off it by an operator's hand only, or
 * with its person.
 */
@Repository
public class Suppressions {

	private static final String MATCHES = """
			(CAST(:query AS text) IS NULL OR strpos(address, lower(:query)) > 0)
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Suppressions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * One page, the latest first.
	 * @param query a part of the address
	 */
	public List<Suppression> page(@Nullable String query, int page, int size) {
		return this.jdbc
			.sql("SELECT * FROM suppression WHERE " + MATCHES
					+ " ORDER BY suppressed_at DESC, address LIMIT :size OFFSET :offset")
			.param("query", query)
			.param("size", size)
			.param("offset", (long) page * size)
			.query(Suppressions::suppression)
			.list();
	}

	public long count(@Nullable String query) {
		return this.jdbc.sql("SELECT count(*) FROM suppression WHERE " + MATCHES)
			.param("query", query)
			.query(Long.class)
			.single();
	}

	public Optional<Suppression> find(String address) {
		return this.jdbc.sql("SELECT * FROM suppression WHERE address = ?")
			.param(Correspondence.normal(address))
			.query(Suppressions::suppression)
			.optional();
	}

	/**
	 * No mail goes there from now on. The first reason for that stays.
	 * @return whether the address was not on the list before
	 */
	public boolean add(String address, String reason) {
		return this.jdbc.sql("""
				INSERT INTO suppression (address, reason, suppressed_at) VALUES (?, ?, ?)
				ON CONFLICT (address) DO NOTHING
				""")
			.params(Correspondence.normal(address), reason, Columns.timestamp(this.clock.instant()))
			.update() == 1;
	}

	/**
	 * Mails that are due from now on go there again, and what came back before counts no
	 * more.
	 * @return whether the address was on the list
	 */
	@Transactional
	public boolean remove(String address) {
		String normal = Correspondence.normal(address);
		this.jdbc
			.sql("UPDATE delivery SET soft_bounced_at = NULL WHERE lower(address) = ? AND soft_bounced_at IS NOT NULL")
			.param(normal)
			.update();
		return this.jdbc.sql("DELETE FROM suppression WHERE address = ?").param(normal).update() == 1;
	}

	private static Suppression suppression(ResultSet row, int index) throws SQLException {
		return new Suppression(row.getString("address"), row.getString("reason"),
				Columns.instant(row, "suppressed_at"));
	}

}
