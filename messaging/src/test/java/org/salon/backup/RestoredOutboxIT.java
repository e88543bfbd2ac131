package org.salon.backup;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.salon.messaging.MessagingTestApplication;
import org.salon.messaging.Samples;
import org.salon.messaging.outbox.Outbox;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = MessagingTestApplication.class)
class RestoredOutboxIT {

	private static final int EVENTS = 50;

	@Autowired
	private Outbox outbox;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	@Test
	void aRestoreMakesEventsPendingInTheShardsThatTheyWereWrittenTo() {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			for (int i = 0; i < EVENTS; i++) {
				this.outbox.append(Samples.salon(1 + i, "Salon"), 1);
			}
			assertThat(this.jdbc.queryForList("""
					select count(*) from messaging.outbox_pending p join messaging.outbox o on o.id = p.id
					where p.shard = %s""".formatted(PublishedAgain.SHARD), Long.class)).containsExactly((long) EVENTS);
			status.setRollbackOnly();
		});
	}

}
