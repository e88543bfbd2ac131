package org.salon.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Secrets made when first asked for and kept in files that only their owner can read. */
public final class Secrets {

	/** Without those that look like another in some typeface. */
	private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz";

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Path folder;

	/** Keeps secrets in a folder, which is made when needed. */
	public Secrets(Path folder) {
		this.folder = folder;
	}

	/** A password that can be typed: four groups of four letters, 72 bits. */
	public String password(String name) {
		return kept(name, () -> Stream.generate(Secrets::group).limit(4).collect(Collectors.joining("-")));
	}

	/** A key of 32 random bytes in Base64. */
	public String key(String name) {
		return kept(name, () -> {
			byte[] bytes = new byte[32];
			RANDOM.nextBytes(bytes);
			return Base64.getEncoder().encodeToString(bytes);
		});
	}

	/** Keeps one that was made elsewhere, in the place of what is there. */
	public void keep(String name, String secret) {
		try {
			write(this.folder.resolve(name), secret);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot keep the secret " + name, ex);
		}
	}

	private String kept(String name, Supplier<String> fresh) {
		Path file = this.folder.resolve(name);
		try {
			if (!Files.exists(file)) {
				write(file, fresh.get());
			}
			return Files.readString(file).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot keep the secret " + name, ex);
		}
	}

	private void write(Path file, String secret) throws IOException {
		Files.createDirectories(this.folder);
		// Complete and private before it has its name: a crash leaves no half a secret.
		Path next = Files.createTempFile(this.folder, ".", ".new",
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		Files.writeString(next, secret + "\n");
		Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
	}

	private static String group() {
		return RANDOM.ints(4, 0, LETTERS.length())
			.mapToObj((index) -> LETTERS.substring(index, index + 1))
			.collect(Collectors.joining());
	}

}
