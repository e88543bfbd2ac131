package org.salon.notification.dkim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.Base64;

/** Keys for tests. */
public final class Keys {

	private Keys() {
	}

	public static KeyPair make(String algorithm, int bits) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
			generator.initialize(bits);
			return generator.generateKeyPair();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What signs with that key, as if an operator had set it. */
	public static Dkim dkim(Path folder, PrivateKey key) throws IOException {
		Path file = folder.resolve("dkim.pem");
		write(file, "PRIVATE KEY", key.getEncoded());
		return new Dkim(new DkimProperties("example.org", "mail2026", file.toString()));
	}

	public static Dkim none() {
		return new Dkim(new DkimProperties("", "", ""));
	}

	static void write(Path file, String label, byte[] content) throws IOException {
		Files.writeString(file,
				"-----BEGIN " + label + "-----\n"
						+ Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content) + "\n-----END " + label
						+ "-----\n");
	}

}
