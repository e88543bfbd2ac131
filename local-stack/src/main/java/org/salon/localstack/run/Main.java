package org.salon.localstack.run;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What {@code ./run} starts: the whole system in the foreground. */
public final class Main {

	private Main() {
	}

	/** Runs until a signal comes; exits with 0 after a clean stop, else with 1 or 2. */
	public static void main(String[] arguments) throws InterruptedException {
		List<String> options = List.of(arguments);
		Settings settings = new Settings(System.getenv());
		System.setProperty("salon.logs", new DataFolder(settings.dataFolder()).folder("logs").toString());
		if (BackupCommand.isMeant(options)) {
			System.exit(new BackupCommand(settings, System.out).run(options, System.err));
		}
		if (!List.of("--empty").containsAll(options)) {
			System.err.println("Unknown option in: " + String.join(" ", options) + ". See ./run --help");
			System.exit(2);
		}
		run(new Launcher(settings, new Project(Path.of(System.getProperty("salon.home", "."))), System.out),
				!options.contains("--empty"));
	}

	private static void run(Launcher launcher, boolean withSample) throws InterruptedException {
		AtomicInteger exitCode = new AtomicInteger();
		// Halting inside the hook is what turns the signal's own exit code into ours.
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			launcher.stop();
			System.out.flush();
			Runtime.getRuntime().halt(exitCode.get());
		}, "stop"));
		try {
			launcher.start(withSample);
		}
		catch (RuntimeException ex) {
			if (!launcher.isStopping()) {
				System.err.println(ex.getMessage());
				exitCode.set(1);
				System.exit(1);
			}
		}
		launcher.awaitStop();
		// The hook that stopped everything ends the JVM.
		Thread.currentThread().join();
	}

}
