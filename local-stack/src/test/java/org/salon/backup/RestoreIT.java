package org.salon.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.salon.backup.Manifest.Contents;
import org.salon.backup.Manifest.Sequence;
import org.salon.backup.Manifest.StoredTable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** On the real server, without services; those restore themselves in e2e. */
class RestoreIT {

	private static final String MEMBER = "10000000-0000-4000-8000-000000000001";

	private static final String PLACE = "20000000-0000-4000-8000-000000000001";

	private static final String SALON = "30000000-0000-4000-8000-000000000001";

	private static final String READ = "30000000-0000-4000-8000-000000000002";

	private static final String UNREAD = "30000000-0000-4000-8000-000000000003";

	private static final String OUTCOME = "30000000-0000-4000-8000-000000000004";

	/** Not changed by any test. */
	private static Club source;

	@TempDir
	private static Path folder;

	private Path file = folder.resolve("club.zip");

	@BeforeAll
	static void backsUp() throws SQLException {
		source = Club.empty();
		source.registration(
				"""
						insert into salon (number, version, stage, date, starts_at, ends_at, calendar_revision, replay_published,
						  details) values (44, 2, 'ANNOUNCED', '2026-06-07', '2026-06-07T11:00Z', '2026-06-07T13:00Z', 0, false,
						  '{"title": "Tabs\\tand\\\\slashes", "signUp": {"seats": 3}}')""",
				"""
						insert into member (id, version, email_key, email, name, locale, announcements, reminders, replays,
						  link_generation, created_at) values ('%s', 1, 'a@example.org', 'a@example.org', E'王\\t小\\n明\\\\N',
						  'zh-CN', true, true, true, 0, '2026-06-01T10:00:00.123456Z')"""
					.formatted(MEMBER),
				"""
						insert into registration (id, salon_number, member_id, version, status, name, line, confirmation_revision,
						  calendar_revision, link_generation, registered_at, confirmed_at) values ('%s', 44, '%s', 1, 'WAITLISTED',
						  'A', nextval('registration_line'), 0, 0, 0, now(), now())"""
					.formatted(PLACE, MEMBER),
				"""
						insert into feedback (registration_id, salon_number, stars, given_at)
						values ('%s', 44, 5, now())""".formatted(PLACE),
				Club.event(SALON, "salon.salons", "salon/44", 1),
				Club.event(READ, "salon.registrations", "member/1", 1),
				Club.event(UNREAD, "salon.registrations", "member/1", 2), Club.publishAll("salon.salons"),
				Club.publishAll("salon.registrations"), Club.seen(OUTCOME));
		source.notification(Club.seen(SALON), Club.seen(READ), Club.event(OUTCOME, "salon.deliveries", "delivery/1", 1),
				Club.publishAll("salon.deliveries"),
				mail("SENT", "now() - interval '1 day'", "now() + interval '1 day'"),
				mail("PLANNED", "now() + interval '1 day'", "now() + interval '2 days'"),
				mail("PLANNED", "now() - interval '1 minute'", "now() + interval '1 hour'"),
				mail("SENDING", "now() - interval '1 minute'", "now() + interval '1 hour'"),
				"insert into suppression values ('b@example.org', 'complaint', now())");
		source.archive("update projection set revision = 7", """
				insert into salons (generation, revision, number, version, date, status, updated_at, state)
				values (1, 7, 44, 1, '2026-06-07', 'ANNOUNCED', now(), '{}')""");
		source.backUp(folder.resolve("club.zip"));
	}

	private static String mail(String state, String attemptAt, String notAfter) {
		return """
				insert into delivery (id, channel, member_id, kind, occurrence, priority, state, due_at, attempt_at,
				  not_after, address, caused_by, caused_at, lease_until)
				values (gen_random_uuid(), 'mail', gen_random_uuid(), 'REMINDER', '%s', 1, '%s', %s, %s, %s,
				  'a@example.org', gen_random_uuid(), now(), now() - interval '1 minute')""".formatted(state, state,
				attemptAt, attemptAt, notAfter);
	}

	@Test
	void allComesBackAsItWas() throws SQLException {
		Club fresh = Club.bare();
		fresh.restore(this.file, false, true);
		Map<String, List<String>> expected = source.rows();
		Map<String, List<String>> restored = fresh.rows();
		for (String database : List.of("registration", "notification")) {
			for (String table : List.of("outbox_pending", "outbox_batch")) {
				expected.remove(database + " messaging." + table);
				restored.remove(database + " messaging." + table);
			}
		}
		assertThat(restored).isEqualTo(expected);
		assertThat(Club.texts(fresh.databases.registration(), "select nextval('registration_line')"))
			.containsExactly("2");
	}

	@Test
	void salonsArePublishedAgainAndOfPeopleWhatTheirReaderHasNotSeen() throws SQLException {
		Club fresh = Club.empty();
		fresh.restore(this.file, false, false);
		assertThat(Club.texts(fresh.databases.registration(), """
				select event_id from messaging.outbox join messaging.outbox_pending using (id) order by id"""))
			.containsExactly(SALON, UNREAD);
		assertThat(Club.texts(fresh.databases.registration(), """
				select event_id from messaging.outbox_batch b join messaging.outbox o on o.id = any(b.ids)
				where published_at = '2026-06-02T10:00Z'""")).containsExactly(READ);
		assertThat(Club.texts(fresh.databases.notification(), "select 1 from messaging.outbox_pending")).isEmpty();
		assertThat(Club.texts(fresh.databases.notification(), "select unnest(ids) from messaging.outbox_batch"))
			.hasSize(1);
	}

	@Test
	void namesThatTheFileMadeUpBecomePartOfNoStatement(@TempDir Path crafted) throws Exception {
		Club fresh = Club.bare();
		Path columns = crafted.resolve("columns.zip");
		craft(columns,
				(contents) -> new Contents(contents.name(), contents.versions(),
						contents.tables()
							.stream()
							.map((table) -> new StoredTable(table.name(),
									List.of(String.join(", ", table.columns()) + ") from stdin; select pg_sleep(0"),
									table.rows(), table.sha256()))
							.toList(),
						contents.sequences()));
		Path sequences = crafted.resolve("sequences.zip");
		craft(sequences, (contents) -> new Contents(contents.name(), contents.versions(), contents.tables(),
				List.of(new Sequence("registration_line restart; drop table messaging.outbox; --", null))));
		for (Path file : List.of(columns, sequences)) {
			assertThatExceptionOfType(BackupFailed.class).isThrownBy(() -> fresh.restore(file, false, false))
				.withMessageContaining("does not fit");
		}
		fresh.restore(this.file, false, false);
	}

	/** The backup with something else in its manifest, sealed as a real one is. */
	private void craft(Path into, UnaryOperator<Contents> change) throws Exception {
		try (BackupFile real = BackupFile.open(this.file); FileInTheMaking making = new FileInTheMaking(into, false)) {
			for (Contents contents : real.manifest().databases()) {
				for (StoredTable table : contents.tables()) {
					making.write(contents.entry(table), (out) -> real.read(contents.entry(table)).transferTo(out));
				}
			}
			Manifest manifest = real.manifest();
			byte[] json = BackupFile.JSON.writeValueAsBytes(new Manifest(manifest.format(), manifest.salon(),
					manifest.writtenAt(), manifest.databases().stream().map(change).toList(), Map.of(), null));
			making.write(Manifest.ENTRY, (out) -> out.write(json));
			making.complete();
		}
	}

	@Test
	void whatWasDueBeforeIsNotSentUnlessAsked() throws SQLException {
		Club careful = Club.empty();
		careful.restore(this.file, false, false);
		String claimable = "select state from delivery where open and attempt_at <= now() and not_after > now()";
		assertThat(Club.texts(careful.databases.notification(), claimable)).isEmpty();
		assertThat(Club.texts(careful.databases.notification(), """
				select reason from delivery where state = 'UNKNOWN' and unknown and not_after <= now()"""))
			.containsExactly("restored from a backup", "restored from a backup");
		assertThat(Club.texts(careful.databases.notification(), """
				select state from delivery where state in ('SENT', 'PLANNED') and not_after > now() order by 1"""))
			.containsExactly("PLANNED", "SENT");
		Club moved = Club.empty();
		moved.restore(this.file, false, true);
		assertThat(Club.texts(moved.databases.notification(), claimable)).containsExactlyInAnyOrder("PLANNED",
				"SENDING");
	}

	@Test
	void whatIsThereIsThrownAwayOnlyIfAsked() throws SQLException {
		Club taken = Club.empty();
		taken.registration("insert into messaging.inbox (event_id, digest) values (gen_random_uuid(), '\\x01')");
		Map<String, List<String>> before = taken.rows();
		refused(taken, false, "messaging.inbox", "--replace");
		assertThat(taken.rows()).isEqualTo(before);
		taken.restore(this.file, true, false);
		assertThat(Club.texts(taken.databases.registration(), "select event_id from messaging.inbox"))
			.containsExactly(OUTCOME);
	}

	@Test
	void nothingChangesWhereOneDatabaseCannotBeFilled() throws SQLException {
		Club narrow = Club.empty();
		narrow.registration("alter table salon add constraint earlier check (number < 44)");
		Map<String, List<String>> before = narrow.rows();
		refused(narrow, true, "earlier");
		assertThat(narrow.rows()).isEqualTo(before);
	}

	@Test
	void backupsOfEarlierReleasesAreBroughtToThisOne() throws SQLException {
		Club old = Club.bare();
		for (Database database : old.databases.readersFirst()) {
			new Migrations(database).migrate(Map.of("messaging", "4", "public", "3"));
		}
		old.registration(Club.event(SALON, "salon.salons", "salon/44", 1));
		backUp(old);
		Club fresh = Club.empty();
		fresh.restore(this.file, false, false);
		Database registration = fresh.databases.registration();
		Migrations migrations = new Migrations(registration);
		assertThat(migrations.present()).isEqualTo(migrations.newest());
		assertThat(Club.texts(registration, "select event_id from messaging.outbox")).containsExactly(SALON);
		refused(fresh, true, "newer", "empty system");
	}

	@Test
	void backupsOfLaterReleasesAreRefused() throws SQLException {
		Club later = Club.empty();
		later.registration("""
				insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,
				  execution_time, success) values (99, '99', 'later', 'SQL', 'V99__later.sql', 'salon', 1, true)""");
		backUp(later);
		refused(Club.bare(), false, "newer Salon", "99");
	}

	@Test
	void backupsWithoutATableAreRefused() throws SQLException {
		Club poor = Club.empty();
		poor.registration("drop table feedback");
		backUp(poor);
		refused(Club.empty(), false, "without [public.feedback]");
	}

	@Test
	void servicesThatRunKeepFromRestoring() throws SQLException {
		Club busy = Club.empty();
		try (Connection service = busy.databases.archive().connect()) {
			assertThat(service.isValid(5)).isTrue();
			refused(busy, true, "archive", "in use");
		}
	}

	@Test
	void whatWasNeverStartedCannotBeBackedUp() throws SQLException {
		Club bare = Club.bare();
		assertThatExceptionOfType(BackupFailed.class).isThrownBy(() -> bare.backUp(folder.resolve("none.zip")))
			.withMessageContaining("nothing to back up");
		assertThat(folder).isDirectoryNotContaining("glob:**none*");
	}

	private void backUp(Club club) {
		this.file = folder.resolve("other.zip");
		club.backUp(this.file);
	}

	private void refused(Club club, boolean replace, String... words) {
		assertThatExceptionOfType(BackupFailed.class).isThrownBy(() -> club.restore(this.file, replace, false))
			.withMessageContainingAll(words);
	}

}
