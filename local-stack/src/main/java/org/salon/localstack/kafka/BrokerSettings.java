package org.salon.localstack.kafka;

import java.nio.file.Path;
import java.util.Properties;

/** What the broker reads from its {@code server.properties}. */
final class BrokerSettings {

	private BrokerSettings() {
	}

	static Properties of(int port, int controllerPort, Path data) {
		Properties settings = new Properties();
		settings.putAll(java.util.Map.of("process.roles", "broker,controller", "node.id", "1",
				"controller.quorum.voters", "1@127.0.0.1:" + controllerPort, "listeners",
				"PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort, "advertised.listeners",
				"PLAINTEXT://127.0.0.1:" + port, "controller.listener.names", "CONTROLLER",
				"listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT", "log.dirs",
				data.toString(), "auto.create.topics.enable", "false", "message.max.bytes",
				Integer.toString(2 * 1024 * 1024)));
		// With the default of 9 s a broker that was killed waits for its own old session.
		settings.put("broker.session.timeout.ms", "3000");
		settings.put("broker.heartbeat.interval.ms", "1000");
		settings.put("group.initial.rebalance.delay.ms", "0");
		// With the default a record may outlive its retention by five minutes.
		settings.put("log.retention.check.interval.ms", "10000");
		for (String topic : new String[] { "offsets.topic", "transaction.state.log",
				"share.coordinator.state.topic" }) {
			settings.put(topic + ".replication.factor", "1");
			settings.put(topic + ".num.partitions", "4");
		}
		settings.put("transaction.state.log.min.isr", "1");
		settings.put("share.coordinator.state.topic.min.isr", "1");
		return settings;
	}

}
