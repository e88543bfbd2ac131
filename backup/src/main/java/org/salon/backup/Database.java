package org.salon.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * The database of one service.
 *
 * @param name that of the service, without {@code -service}
 * @param url JDBC address
 * @param user a role that owns the tables
 * @param password its password
 */
public record Database(String name, String url, String user, String password) {

	/** A connection with one transaction open; nothing is kept unless it commits. */
	Connection connect() throws SQLException {
		Properties login = new Properties();
		login.setProperty("user", this.user);
		login.setProperty("password", this.password);
		login.setProperty("options", "-c TimeZone=UTC");
		login.setProperty("ApplicationName", "salon-backup");
		try {
			Connection connection = DriverManager.getConnection(this.url, login);
			connection.setAutoCommit(false);
			return connection;
		}
		catch (SQLException ex) {
			throw new BackupFailed("The database " + this.name + " cannot be reached at " + this.url + ": "
					+ String.valueOf(ex.getMessage()).strip(), ex);
		}
	}

	@Override
	public String toString() {
		return this.name + " at " + this.url;
	}

}
