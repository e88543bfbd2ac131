package org.salon.localstack;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import org.salon.localstack.kafka.KafkaServer;
import org.salon.localstack.mail.MailCatcher;
import org.salon.localstack.postgres.Databases;
import org.salon.localstack.postgres.PostgresServer;

/**
 * A real broker, a real database server and a mail catcher for the tests of one JVM, each
 * on a free port of 127.0.0.1.
 *
 * <p>
 * They are started together at the first call of {@link #shared()}, which takes a few
 * seconds, keep their data under {@code target/local-stack}, and end after the JVM, even
 * if it is killed: not before, so that Spring contexts can close in good order first. The
 * next run removes their data. Tests share them, so they use their own topics, groups,
 * databases and mail addresses.
 */
public final class LocalStack {

	private static @Nullable LocalStack shared;

	private static final String TEST_ROLE = "salon";

	private final KafkaServer kafka;

	private final PostgresServer postgres;

	private final MailCatcher mail;

	private LocalStack(Path folder) {
		this.kafka = new KafkaServer(folder.resolve("kafka"), 0);
		this.postgres = new PostgresServer(folder.resolve("postgres"), 0);
		this.mail = new MailCatcher(folder.resolve("mail"), 0, 0);
	}

	/**
	 * The stack of this JVM, running.
	 * @throws IllegalStateException if a part does not start
	 */
	public static synchronized LocalStack shared() {
		if (shared == null) {
			LocalStack stack = new LocalStack(StackFolder.create());
			stack.start();
			shared = stack;
		}
		return shared;
	}

	private void start() {
		CompletableFuture<?> broker = CompletableFuture.runAsync(this.kafka::start);
		this.postgres.start();
		this.postgres.admin().ensureRole(TEST_ROLE, password());
		this.mail.start();
		broker.join();
	}

	/** Address of the broker for clients, as {@code host:port}. */
	public String bootstrapServers() {
		return this.kafka.bootstrapServers();
	}

	/** The broker itself, for tests that kill and restart it. */
	public KafkaServer kafka() {
		return this.kafka;
	}

	/**
	 * Makes an empty database, unless it is there, and answers its JDBC address. It
	 * belongs to {@link #user()}, who is no superuser.
	 */
	public String createDatabase(String name) {
		Databases admin = this.postgres.admin();
		admin.ensureDatabase(name, TEST_ROLE);
		return jdbcUrl(name);
	}

	/** JDBC address of a database. */
	public String jdbcUrl(String database) {
		return this.postgres.jdbcUrl(database);
	}

	/** Role that owns the databases made here. */
	public String user() {
		return TEST_ROLE;
	}

	/** Its password. */
	public String password() {
		return this.postgres.password();
	}

	/** The database server itself, for tests that kill and restart it. */
	public PostgresServer postgres() {
		return this.postgres;
	}

	/** Port for senders of mail. */
	public int smtpPort() {
		return this.mail.smtpPort();
	}

	/** The mails that were sent. */
	public MailCatcher mail() {
		return this.mail;
	}

}
