package org.salon.notification.ledger;

import org.junit.jupiter.api.Test;
import org.salon.notification.NotificationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * PostgreSQL writes the new version of a row into all indexes of its table if any of them
 * looks at a column that has changed, by a condition too.
 */
@NotificationTest
class HeapOnlyIT {

	@Autowired
	private JdbcClient jdbc;

	@Test
	void noIndexLooksAtWhatIsWrittenWhenAMailIsClaimedOrStarted() {
		assertThat(this.jdbc.sql("""
				SELECT DISTINCT a.attname FROM pg_index i
				JOIN pg_attribute a ON a.attrelid = i.indrelid AND (a.attnum = ANY (i.indkey)
					OR EXISTS (SELECT 1 FROM pg_depend d
						WHERE d.classid = 'pg_class'::regclass AND d.objid = i.indexrelid
							AND d.refclassid = 'pg_class'::regclass AND d.refobjid = i.indrelid
							AND d.refobjsubid = a.attnum))
				WHERE i.indrelid = 'delivery'::regclass
				""").query(String.class).list()).contains("open", "kind", "address")
			.doesNotContain("state", "fence", "lease_owner", "lease_until", "unknown", "reason", "attempts", "told_id",
					"sending_at");
	}

}
