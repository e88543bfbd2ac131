package org.salon.localstack.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.salon.backup.Database;
import org.salon.backup.SalonDatabases;
import org.salon.localstack.kafka.KafkaServer;
import org.salon.localstack.mail.InboxProcess;
import org.salon.localstack.postgres.Databases;
import org.salon.localstack.postgres.PostgresServer;
import org.salon.localstack.process.JavaCommand;

import static java.net.URI.create;

/** Which parts this run has, by its settings, and how they find each other. */
final class Stack {

	/** The first whose {@code RETURNING} knows the row as it was before. */
	private static final int LOWEST_POSTGRES = 18;

	private final Settings settings;

	private final DataFolder data;

	private final List<Part> infrastructure = new ArrayList<>();

	private final Databases databases;

	private final boolean ownPostgres;

	/** As these settings ask for. */
	Stack(Settings settings, DataFolder data) {
		this(settings, data, settings.postgresPort());
	}

	/** With its database server on another port; 0 for any free one. */
	Stack(Settings settings, DataFolder data, int postgresPort) {
		this.settings = settings;
		this.data = data;
		this.ownPostgres = settings.externalPostgres().isEmpty();
		if (settings.externalKafka().isEmpty()) {
			this.infrastructure.add(new ServerPart("kafka", new KafkaServer(data.folder("kafka"), settings.kafkaPort(),
					data.pidFile("kafka"), data.log("kafka"))));
		}
		if (this.ownPostgres) {
			PostgresServer postgres = new PostgresServer(data.folder("postgres"), postgresPort,
					data.pidFile("postgres"), data.log("postgres"));
			this.infrastructure.add(new ServerPart("postgres", postgres));
			this.databases = postgres.admin();
		}
		else {
			this.databases = new Databases(settings.externalPostgres().orElseThrow(), settings.externalPostgresUser(),
					settings.externalPostgresPassword());
		}
		if (settings.externalSmtpHost().isEmpty()) {
			this.infrastructure.add(mailCatcher());
		}
	}

	/** Broker, database server, mail catcher, as far as they are ours. */
	List<Part> infrastructure() {
		return this.infrastructure;
	}

	/** The database server, if it is ours. */
	List<Part> databaseServer() {
		return this.infrastructure.stream().filter((part) -> part.name().equals("postgres")).toList();
	}

	private Part mailCatcher() {
		List<String> command = JavaCommand.main(this.data.mark("mail"), List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"),
				InboxProcess.class, this.data.folder("mail").toString(), Integer.toString(this.settings.smtpPort()),
				Integer.toString(this.settings.inboxPort()));
		return new ProcessPart("mail", this.data, command, Map.of(),
				create("http://127.0.0.1:" + this.settings.inboxPort() + "/api/messages?size=1"));
	}

	/** Makes each service's database and, on a server of ours, the role that owns it. */
	void prepareDatabases() {
		this.databases.requireVersion(LOWEST_POSTGRES);
		for (Service service : Service.values()) {
			if (this.ownPostgres) {
				this.databases.ensureRole(service.database(), databasePassword(service));
				this.databases.ensureDatabase(service.database(), service.database());
			}
			else {
				this.databases.ensureDatabase(service.database());
			}
		}
	}

	/** Where the services keep what they have. */
	SalonDatabases salonDatabases() {
		return new SalonDatabases(database(Service.REGISTRATION), database(Service.NOTIFICATION),
				database(Service.ARCHIVE));
	}

	private Database database(Service service) {
		return new Database(service.database(), this.databases.url(service.database()), databaseUser(service),
				databasePassword(service));
	}

	/** The three services. */
	List<Part> services(Project project) {
		ServiceEnvironment environment = new ServiceEnvironment(this.settings, this.data.secrets());
		return List.of(Service.values())
			.stream()
			.map((service) -> part(service, project,
					environment.of(service, this.databases.url(service.database()), databaseUser(service),
							databasePassword(service))))
			.toList();
	}

	private Part part(Service service, Project project, Map<String, String> environment) {
		List<String> options = new ArrayList<>(List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError"));
		options.addAll(JavaCommand.classArchive(project.classArchive(service)));
		options.addAll(this.settings.javaOptions());
		List<String> command = new ArrayList<>(JavaCommand.with(this.data.mark(service.title()), options));
		command.addAll(List.of("-jar", project.jar(service).toString()));
		return new ProcessPart(service.title(), this.data, command, environment,
				create("http://127.0.0.1:" + service.port(this.settings) + "/actuator/health/readiness"));
	}

	private String databaseUser(Service service) {
		return this.ownPostgres ? service.database() : this.settings.externalPostgresUser();
	}

	private String databasePassword(Service service) {
		return this.ownPostgres ? this.data.secrets().password(service.database() + ".database.password")
				: this.settings.externalPostgresPassword();
	}

	/** Whether the mails of this run can be read on a page. */
	boolean hasInbox() {
		return this.settings.externalSmtpHost().isEmpty();
	}

}
