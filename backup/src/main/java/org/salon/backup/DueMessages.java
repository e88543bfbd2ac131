package org.salon.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What was due before a restore may have been sent after the backup was written: nobody
 * knows. As no mail may come twice, the mail server counts as having it, and its time as
 * over; notification-service closes it when it starts, and tells so.
 */
final class DueMessages {

	private static final String MAILS = """
			update delivery set state = 'UNKNOWN', unknown = true, not_after = now(), lease_owner = null,
				lease_until = null, fence = fence + 1, reason = 'restored from a backup'
			where open and attempt_at <= now() and not_after > now()""";

	private static final String POSTS = """
			update channel_delivery set state = 'EXPIRED', lease_until = null, fence = fence + 1,
				answer = 'restored from a backup: it may have been posted'
			where state in ('PLANNED', 'RETRY') and attempt_at <= now()""";

	/**
	 * The people left of it may have been told: the operator resumes it or calls it off.
	 */
	private static final String ANNOUNCEMENTS = """
			update announcement_run set state = 'PAUSED' where state = 'GOING' and not complete""";

	private DueMessages() {
	}

	/**
	 * Closes them.
	 * @return how many mails and posts
	 */
	static int close(Connection notification) throws SQLException {
		try (Statement statement = notification.createStatement()) {
			statement.executeUpdate(ANNOUNCEMENTS);
			return statement.executeUpdate(MAILS) + statement.executeUpdate(POSTS);
		}
	}

}
