package org.salon.localstack.run;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.salon.localstack.process.FreePort;

/** One run of the whole system, from the first check to the last process stopped. */
final class Launcher {

	private static final ZoneId CLUB_ZONE = ZoneId.of("Asia/Shanghai");

	private final Settings settings;

	private final DataFolder data;

	private final Project project;

	private final PrintStream out;

	private final Supervisor supervisor;

	private final List<Part> infrastructure = new ArrayList<>();

	private final List<Part> services = new ArrayList<>();

	/** Never read, but the folder is let go when this is collected. */
	private DataFolder.@Nullable Hold hold;

	Launcher(Settings settings, Project project, PrintStream out) {
		this.settings = settings;
		this.data = new DataFolder(settings.dataFolder());
		this.project = project;
		this.out = out;
		this.supervisor = new Supervisor(out);
	}

	/**
	 * Starts everything and returns once it is ready.
	 * @param withSample whether a first start imports the bundled invitation
	 * @throws IllegalStateException if it cannot be started; the message is for the
	 * person at the terminal
	 */
	void start(boolean withSample) throws InterruptedException {
		long begin = System.nanoTime();
		refuse(this.settings.problems());
		refuse(this.project.problems());
		this.hold = this.data.hold()
			.orElseThrow(() -> new IllegalStateException("Salon is already running on " + this.data.root() + " (pid "
					+ this.data.holder() + "). Stop it, or set SALON_DATA_DIR to another folder."));
		Stack stack = new Stack(this.settings, this.data);
		this.infrastructure.addAll(stack.infrastructure());
		this.services.addAll(stack.services(this.project));
		this.services.forEach(Part::stopOrphan);
		this.infrastructure.forEach(Part::stopOrphan);
		refuse(PortCheck.taken(this.settings.ports(), FreePort::isFree));
		this.out.println("Starting Salon, state and logs in " + this.data.root());
		this.supervisor.start(this.infrastructure);
		stack.prepareDatabases();
		this.supervisor.start(this.services);
		importSample(withSample);
		this.out.print(new Welcome(this.settings, this.data).text((System.nanoTime() - begin) / 1e9));
		this.out.flush();
	}

	private void importSample(boolean wanted) throws InterruptedException {
		SampleInvitation sample = new SampleInvitation(this.data, this.project.sampleInvitation());
		if (wanted) {
			sample.importOnce(this.settings.registrationPort(), operatorPassword(), LocalDate.now(CLUB_ZONE), this.out);
		}
		else {
			sample.skip();
		}
	}

	private String operatorPassword() {
		return new ServiceEnvironment(this.settings, this.data.secrets()).operatorPassword();
	}

	private static void refuse(List<String> problems) {
		if (!problems.isEmpty()) {
			throw new IllegalStateException(String.join("\n", problems));
		}
	}

	/** Waits until {@link #stop} is called. */
	void awaitStop() throws InterruptedException {
		this.supervisor.awaitStop();
	}

	boolean isStopping() {
		return this.supervisor.isStopping();
	}

	/** Stops the services, which may still use the rest, and then the rest. */
	void stop() {
		this.supervisor.stop(this.services);
		this.supervisor.stop(this.infrastructure);
		if (this.hold != null) {
			this.data.release();
		}
	}

}
