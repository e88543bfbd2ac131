package org.salon.registration.attendance;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.salon.registration.input.Refused;
import org.salon.registration.salon.Salons;

/** Counts who came. */
@Repository
public class Turnouts {

	private final JdbcClient jdbc;

	private final Salons salons;

	Turnouts(JdbcClient jdbc, Salons salons) {
		this.jdbc = jdbc;
		this.salons = salons;
	}

	/**
	 * The count as of now.
	 * @throws Refused if there is no such salon
	 */
	public Turnout of(int salonNumber) {
		if (this.salons.find(salonNumber).isEmpty()) {
			throw Refused.noSuchSalon(salonNumber);
		}
		return this.jdbc.sql("""
				select count(*) filter (where status = 'REGISTERED') as registered,
					count(attended_at) as came,
					count(*) filter (where status = 'REGISTERED' and attended_at is null) as missing
				from registration where salon_number = ?""")
			.param(salonNumber)
			.query((row, index) -> new Turnout(row.getInt("registered"), row.getInt("came"), row.getInt("missing")))
			.single();
	}

}
