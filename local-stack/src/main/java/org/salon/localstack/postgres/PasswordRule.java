package org.salon.localstack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the server ask for passwords. The library that sets it up lets every local
 * program in as superuser, so this runs right after the first start and, if that was cut
 * short, after the next.
 */
final class PasswordRule {

	private static final String RULES = """
			# Written by Salon: every role proves itself.
			host all all 127.0.0.1/32 scram-sha-256
			host all all ::1/128 scram-sha-256
			""";

	private final Path file;

	PasswordRule(Path data) {
		this.file = data.resolve("pg_hba.conf");
	}

	void enforce(Databases admin, String password) throws IOException {
		if (RULES.equals(Files.readString(this.file))) {
			return;
		}
		admin.setPassword(PostgresServer.SUPERUSER, password);
		Files.writeString(this.file, RULES);
		admin.reloadSettings();
	}

}
