package org.salon.benchmarks.backbone;

import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import org.salon.benchmarks.system.Ending;
import org.salon.benchmarks.system.Folders;
import org.salon.localstack.kafka.KafkaServer;
import org.salon.localstack.postgres.PostgresServer;

/**
 * A broker and a database server of its own, with a context in this JVM that publishes
 * and listens. The broker is not that of the running system, whose services would take
 * the events for real ones.
 */
final class Backbone implements AutoCloseable {

	private static final String DATABASE = "backbone";

	private final Path folder;

	private final KafkaServer kafka;

	private final PostgresServer postgres;

	private @Nullable ConfigurableApplicationContext context;

	Backbone(Path folder, Ending ending) {
		this.folder = folder;
		this.kafka = new KafkaServer(folder.resolve("kafka"), 0, folder.resolve("kafka.pid"),
				folder.resolve("kafka.log"));
		this.postgres = new PostgresServer(folder.resolve("postgres"), 0);
		ending.add(this::close);
	}

	/** Starts all of it and returns the context. */
	ConfigurableApplicationContext start() {
		this.kafka.start();
		this.postgres.start();
		this.postgres.admin().ensureRole(DATABASE, this.postgres.password());
		this.postgres.admin().ensureDatabase(DATABASE, DATABASE);
		SpringApplication application = new SpringApplicationBuilder(BackboneApplication.class)
			.web(WebApplicationType.NONE)
			.registerShutdownHook(false)
			.logStartupInfo(false)
			.properties(Map.of("spring.application.name", DATABASE, "spring.main.banner-mode", "off",
					"spring.datasource.url", this.postgres.jdbcUrl(DATABASE), "spring.datasource.username", DATABASE,
					"spring.datasource.password", this.postgres.password(),
					"spring.datasource.hikari.maximum-pool-size", "20", "spring.kafka.bootstrap-servers",
					this.kafka.bootstrapServers(), "spring.flyway.enabled", "false",
					"management.otlp.metrics.export.enabled", "false",
					"management.opentelemetry.logging.export.otlp.enabled", "false"))
			.build();
		ConfigurableApplicationContext started = application.run();
		this.context = started;
		return started;
	}

	String bootstrapServers() {
		return this.kafka.bootstrapServers();
	}

	/** The processes beside this JVM, by name. */
	Map<String, ProcessHandle> parts() {
		return Map.of("kafka", ProcessHandle.of(this.kafka.pid()).orElseThrow(), "postgres",
				ProcessHandle.of(this.postgres.pid()).orElseThrow());
	}

	/** Ends everything and removes the folder; does nothing the second time. */
	@Override
	public synchronized void close() {
		if (this.context != null) {
			this.context.close();
			this.context = null;
		}
		this.kafka.stop();
		this.postgres.stop();
		Folders.delete(this.folder);
	}

}
