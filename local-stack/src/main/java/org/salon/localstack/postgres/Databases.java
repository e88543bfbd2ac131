package org.salon.localstack.postgres;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes roles and databases on a PostgreSQL server. Every method may be called again and
 * then changes nothing, except for the password.
 *
 * <p>
 * All methods throw {@link IllegalStateException} when the server cannot be reached or
 * refuses.
 */
public final class Databases {

	private final String server;

	private final String parameters;

	private final String user;

	private final String password;

	/**
	 * Works on a server as one of its roles, which must be allowed to make databases.
	 * @param server address such as {@code jdbc:postgresql://host:port/}, with parameters
	 * if need be
	 * @param user the role
	 * @param password its password
	 */
	public Databases(String server, String user, String password) {
		int query = server.indexOf('?');
		String bare = (query < 0) ? server : server.substring(0, query);
		this.server = bare.endsWith("/") ? bare : bare + "/";
		this.parameters = (query < 0) ? "" : server.substring(query);
		this.user = user;
		this.password = password;
	}

	/**
	 * Refuses a server that is too old, before its first statement fails for a reason
	 * that nobody would understand.
	 * @param lowest major version that will do
	 */
	public void requireVersion(int lowest) {
		try (Connection connection = connect()) {
			DatabaseMetaData server = connection.getMetaData();
			if (server.getDatabaseMajorVersion() < lowest) {
				throw new IllegalStateException("PostgreSQL " + lowest + " or newer is needed; the server at "
						+ this.server + " is version " + server.getDatabaseProductVersion());
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("PostgreSQL refuses: " + ex.getMessage(), ex);
		}
	}

	/** Address of a database on this server. */
	public String url(String database) {
		return this.server + database + this.parameters;
	}

	/** Makes a role that can log in, or gives the one there this password. */
	public void ensureRole(String role, String rolePassword) {
		if (missing("SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
			execute("CREATE ROLE " + quoted(role) + " LOGIN");
		}
		setPassword(role, rolePassword);
	}

	/** Makes a database of which this role, and no other, is the owner and user. */
	public void ensureDatabase(String database, String owner) {
		ensureDatabase(database);
		execute("ALTER DATABASE " + quoted(database) + " OWNER TO " + quoted(owner));
		execute("REVOKE ALL ON DATABASE " + quoted(database) + " FROM PUBLIC");
	}

	/** Makes a database owned by the role that this works as. */
	public void ensureDatabase(String database) {
		if (missing("SELECT 1 FROM pg_database WHERE datname = ?", database)) {
			execute("CREATE DATABASE " + quoted(database));
		}
	}

	void setPassword(String role, String rolePassword) {
		execute("ALTER ROLE " + quoted(role) + " PASSWORD '" + rolePassword.replace("'", "''") + "'");
	}

	void reloadSettings() {
		execute("SELECT pg_reload_conf()");
	}

	private boolean missing(String query, String name) {
		try (Connection connection = connect(); PreparedStatement statement = connection.prepareStatement(query)) {
			statement.setString(1, name);
			try (ResultSet found = statement.executeQuery()) {
				return !found.next();
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("PostgreSQL refuses: " + ex.getMessage(), ex);
		}
	}

	private void execute(String sql) {
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("PostgreSQL refuses: " + ex.getMessage(), ex);
		}
	}

	private Connection connect() throws SQLException {
		return DriverManager.getConnection(url("postgres"), this.user, this.password);
	}

	private static String quoted(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

}
