package org.salon.localstack.run;

import java.util.concurrent.CompletableFuture;

import org.salon.localstack.kafka.KafkaServer;

/** The embedded broker. */
record KafkaPart(KafkaServer server) implements Part {

	KafkaPart(DataFolder data, int port) {
		this(new KafkaServer(data.folder("kafka"), port, data.pidFile("kafka"), data.log("kafka")));
	}

	@Override
	public String name() {
		return "kafka";
	}

	@Override
	public void stopOrphan() {
		this.server.stopOrphan();
	}

	@Override
	public void start() {
		this.server.start();
	}

	@Override
	public CompletableFuture<?> onExit() {
		return this.server.onExit();
	}

	@Override
	public void stop() {
		this.server.stop();
	}

}
