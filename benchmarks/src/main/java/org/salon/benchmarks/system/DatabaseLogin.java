package org.salon.benchmarks.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * How to reach a database server of this machine.
 *
 * @param port on 127.0.0.1
 * @param user a role
 * @param password its password
 */
public record DatabaseLogin(int port, String user, String password) {

	/** A new connection to one of its databases; the caller closes it. */
	public Connection connect(String database) throws SQLException {
		return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + this.port + "/" + database, this.user,
				this.password);
	}

}
