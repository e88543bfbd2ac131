package org.salon.registration.member;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.salon.events.member.Preferences;

/**
 * What someone had chosen before they unsubscribed, whether on the page or by their mail
 * program. Every other change of the member forgets it.
 */
@Repository
class FormerPreferences {

	private final JdbcClient jdbc;

	FormerPreferences(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps the choice of a member who has just unsubscribed. */
	void keep(UUID memberId, Preferences before) {
		this.jdbc
			.sql("update member set former_announcements = ?, former_reminders = ?, former_replays = ? where id = ?")
			.params(before.announcements(), before.reminders(), before.replays(), memberId)
			.update();
	}

	/** The choice, unless there was none or another was made since. */
	Optional<Preferences> find(UUID memberId) {
		return this.jdbc.sql("""
				select former_announcements, former_reminders, former_replays from member
				where id = ? and former_announcements is not null""")
			.param(memberId)
			.query((row, number) -> new Preferences(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3)))
			.optional();
	}

}
