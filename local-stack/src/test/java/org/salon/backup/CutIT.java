package org.salon.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Readers that are as quick as can be, in both directions, while cuts are made. */
class CutIT {

	private static final int CUTS = 30;

	private static final String WRITTEN = "select max(version) from messaging.outbox where subject = 'flow'";

	private static final String SEEN = "select version from messaging.aggregate_version where subject = 'flow'";

	private static final String SEE = """
			insert into messaging.aggregate_version values ('flow', %d)
			on conflict (subject) do update set version = excluded.version""";

	private final AtomicBoolean over = new AtomicBoolean();

	@Test
	void noReaderHasSeenWhatItsWritersCopyLacks() throws Exception {
		SalonDatabases databases = Club.empty().databases;
		CountDownLatch busy = new CountDownLatch(2);
		List<CompletableFuture<Void>> traffic = List.of(
				flow(databases.registration(), databases.notification(), "salon.registrations", busy),
				flow(databases.notification(), databases.registration(), "salon.deliveries", busy));
		busy.await();
		try {
			for (int i = 0; i < CUTS; i++) {
				try (Cut cut = Cut.through(databases)) {
					Connection registration = cut.copy(databases.registration());
					Connection notification = cut.copy(databases.notification());
					assertThat(number(registration, WRITTEN)).isGreaterThanOrEqualTo(number(notification, SEEN));
					assertThat(number(notification, WRITTEN)).isGreaterThanOrEqualTo(number(registration, SEEN));
				}
			}
		}
		finally {
			this.over.set(true);
			traffic.forEach(CompletableFuture::join);
		}
	}

	private CompletableFuture<Void> flow(Database from, Database to, String topic, CountDownLatch busy) {
		return CompletableFuture.runAsync(() -> {
			try (Connection writer = from.connect();
					Connection reader = to.connect();
					Statement write = writer.createStatement();
					Statement read = reader.createStatement()) {
				for (int version = 1; !this.over.get(); version++) {
					write.execute(Club.event(UUID.randomUUID().toString(), topic, "flow", version));
					writer.commit();
					read.execute(SEE.formatted(version));
					reader.commit();
					busy.countDown();
				}
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		}, (task) -> Thread.ofPlatform().start(task));
	}

	private static long number(Connection copy, String query) throws SQLException {
		try (Statement statement = copy.createStatement(); ResultSet row = statement.executeQuery(query)) {
			return row.next() ? row.getLong(1) : 0;
		}
	}

}
