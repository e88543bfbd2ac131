package org.salon.registration.member;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By what people agreed to announcements whom an operator brought in. */
@Repository
public class Consents {

	private final JdbcClient jdbc;

	Consents(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public Optional<Consent> of(UUID memberId) {
		return this.jdbc.sql("select given_on, proof, imported_at from subscription_consent where member_id = ?")
			.param(memberId)
			.query((row, number) -> new Consent(row.getObject("given_on", LocalDate.class), row.getString("proof"),
					row.getTimestamp("imported_at").toInstant()))
			.optional();
	}

	/** The proof stands with another member from now on, unless they have one. */
	public void hand(UUID from, UUID to) {
		this.jdbc.sql("""
				update subscription_consent set member_id = :to where member_id = :from
					and not exists (select 1 from subscription_consent where member_id = :to)""")
			.param("from", from)
			.param("to", to)
			.update();
	}

	/**
	 * A proof.
	 *
	 * @param proof where or how it was given
	 */
	public record Consent(LocalDate givenOn, String proof, Instant importedAt) {
	}

}
