package org.salon.registration.registration;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where sign-ups came from. */
@Repository
class SignUpSources {

	private final JdbcClient jdbc;

	SignUpSources(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Notes the source of a new place, in its transaction. */
	void note(UUID registration, int salonNumber, String source) {
		this.jdbc.sql("insert into sign_up_source (registration_id, salon_number, source) values (?, ?, ?)")
			.params(registration, salonNumber, source)
			.update();
	}

}
