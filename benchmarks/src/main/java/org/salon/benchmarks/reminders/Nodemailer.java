package org.salon.benchmarks.reminders;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;

/** What programs in Node send mail by, with its pool of connections. */
final class Nodemailer implements Peer {

	private static final String VERSION = "10.6.1";

	private static final String SCRIPT = "nodemailer.mjs";

	private final Path node;

	private final Path folder;

	private Nodemailer(Path node, Path folder) {
		this.node = node;
		this.folder = folder;
	}

	/**
	 * Installs it into that folder.
	 * @return nothing, where there is no npm, or no way to its registry
	 */
	static Optional<Nodemailer> install(Path folder, int port, int connections, SampleMail mail)
			throws InterruptedException {
		Optional<Path> npm = Programs.find("npm");
		Optional<Path> node = Programs.find("node");
		if (npm.isEmpty() || node.isEmpty()) {
			return Optional.empty();
		}
		try {
			Files.createDirectories(folder);
			Files.writeString(folder.resolve("package.json"), "{\"private\": true}");
			Files.writeString(folder.resolve("mail.json"), JsonMapper.shared()
				.writeValueAsString(
						new Work(port, connections, mail.subject(), mail.text(), mail.html(), mail.calendar())));
			try (InputStream script = Nodemailer.class.getResourceAsStream(SCRIPT)) {
				Files.write(folder.resolve(SCRIPT), Objects.requireNonNull(script, SCRIPT).readAllBytes());
			}
			Programs.run(List.of(npm.get().toString(), "install", "--no-audit", "--no-fund", "--ignore-scripts",
					"nodemailer@" + VERSION), folder, 120);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (IllegalStateException ex) {
			System.err.println(ex.getMessage());
			return Optional.empty();
		}
		return Optional.of(new Nodemailer(node.get(), folder));
	}

	@Override
	public String name() {
		return "nodemailer " + VERSION + ", pool of connections";
	}

	/** The script measures itself: neither its start nor its warming up counts. */
	@Override
	public double perSecond(int mails) throws InterruptedException {
		String output = Programs.run(List.of(this.node.toString(), SCRIPT, Integer.toString(mails)), this.folder, 180);
		return Double.parseDouble(output.strip());
	}

	/** What the script reads. */
	record Work(int port, int connections, String subject, String text, String html, String calendar) {
	}

}
