package org.salon.localstack.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PostgresServerIT {

	@TempDir
	private static Path folder;

	private static PostgresServer server;

	@BeforeAll
	static void startsServer() {
		server = new PostgresServer(folder, 0).start();
	}

	@AfterAll
	static void stopsServer() {
		server.close();
	}

	@Test
	void keepsCommittedRowsOverKillOfPostmaster() throws Exception {
		query("CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n; SELECT 1");
		server.kill();
		server.start();
		assertThat(query("SELECT count(*) FROM kept")).isEqualTo("1000");
		assertThat(query("SHOW fsync")).isEqualTo("on");
	}

	@Test
	void letsNobodyInWithoutPassword() throws Exception {
		assertThatExceptionOfType(SQLException.class)
			.isThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("postgres"), "postgres", "wrong"));
	}

	@Test
	void keepsEachRoleToItsOwnDatabase() throws Exception {
		for (String name : new String[] { "registration", "archive" }) {
			server.admin().ensureRole(name, "secret");
			server.admin().ensureDatabase(name, name);
			server.admin().ensureDatabase(name, name);
		}
		try (Connection own = DriverManager.getConnection(server.jdbcUrl("archive"), "archive", "secret");
				Statement statement = own.createStatement()) {
			statement.execute("CREATE TABLE mine (id bigint)");
		}
		assertThatExceptionOfType(SQLException.class)
			.isThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("registration"), "archive", "secret"))
			.withMessageContaining("permission denied");
	}

	@Test
	void refusesAServerThatIsTooOld() {
		server.admin().requireVersion(18);
		assertThatIllegalStateException().isThrownBy(() -> server.admin().requireVersion(99))
			.withMessageContaining("PostgreSQL 99 or newer is needed")
			.withMessageContaining("is version 18");
	}

	private static String query(String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(server.jdbcUrl("postgres"), PostgresServer.SUPERUSER,
				server.password()); Statement statement = connection.createStatement()) {
			boolean rows = statement.execute(sql);
			while (!rows) {
				rows = statement.getMoreResults();
			}
			ResultSet result = statement.getResultSet();
			result.next();
			return result.getString(1);
		}
	}

}
