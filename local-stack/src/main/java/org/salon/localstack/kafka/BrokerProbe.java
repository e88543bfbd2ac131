package org.salon.localstack.kafka;

import java.io.IOException;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.salon.localstack.process.ChildProcess;

/** Asks a broker that is starting whether clients may come. */
final class BrokerProbe {

	private final int port;

	private final Path data;

	BrokerProbe(int port, Path data) {
		this.port = port;
		this.data = data;
	}

	boolean awaitReady(ChildProcess broker, Duration patience) {
		long deadline = System.nanoTime() + patience.toNanos();
		while (broker.isAlive() && System.nanoTime() < deadline) {
			// The bare socket first: an admin client would log each refused attempt.
			if (listens() && describesCluster()) {
				return true;
			}
			pause(broker);
		}
		return false;
	}

	private static void pause(ChildProcess broker) {
		try {
			broker.onExit().get(50, TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			return;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while Kafka starts", ex);
		}
	}

	private boolean listens() {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress("127.0.0.1", this.port), 500);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private boolean describesCluster() {
		Map<String, Object> settings = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + this.port,
				AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000, AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
				2000);
		try (Admin admin = Admin.create(settings)) {
			// Another broker may hold the port while ours has yet to find that out.
			return ownClusterId().equals(admin.describeCluster().clusterId().get(5, TimeUnit.SECONDS));
		}
		catch (ExecutionException | TimeoutException | IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private String ownClusterId() throws IOException {
		Properties identity = new Properties();
		try (Reader file = Files.newBufferedReader(this.data.resolve("meta.properties"))) {
			identity.load(file);
		}
		return identity.getProperty("cluster.id", "");
	}

}
