package org.salon.notification.ledger;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.salon.notification.plan.Told;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people have been told so far, and who takes no mail at all. */
@Repository
public class Correspondence {

	private final PlannedRows rows;

	private final JdbcClient jdbc;

	Correspondence(PlannedRows rows, JdbcClient jdbc) {
		this.rows = rows;
		this.jdbc = jdbc;
	}

	public Map<UUID, Told> told(Collection<UUID> registrations) {
		return this.rows.told(registrations);
	}

	/** Those of the addresses, in their {@link #normal} form, that take no mail. */
	public Set<String> suppressed(Collection<String> addresses) {
		return Set.copyOf(this.jdbc.sql("SELECT address FROM suppression WHERE address = ANY (?)")
			.param(addresses.stream().map(Correspondence::normal).toArray(String[]::new))
			.query(String.class)
			.list());
	}

	/** The form in which addresses are compared. */
	public static String normal(String address) {
		return address.toLowerCase(Locale.ROOT);
	}

}
