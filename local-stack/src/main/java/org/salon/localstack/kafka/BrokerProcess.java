package org.salon.localstack.kafka;

import java.nio.file.Files;
import java.nio.file.Path;

import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * Main class of the broker's own process: formats its storage the first time, in the same
 * JVM because a second one would cost a second, then becomes the broker.
 */
final class BrokerProcess {

	private BrokerProcess() {
	}

	public static void main(String[] arguments) {
		String settings = arguments[0];
		Path data = Path.of(arguments[1]);
		if (!Files.exists(data.resolve("meta.properties"))) {
			format(settings);
		}
		Kafka.main(new String[] { settings });
	}

	private static void format(String settings) {
		int outcome = StorageTool.execute(
				new String[] { "format", "--cluster-id", Uuid.randomUuid().toString(), "--config", settings },
				System.out);
		if (outcome != 0) {
			System.exit(outcome);
		}
	}

}
