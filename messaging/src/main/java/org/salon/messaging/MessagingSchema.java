package org.salon.messaging;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * The tables of messaging, in a schema and with a history of their own, so that a
 * service's migrations are about its own tables only. Made as soon as there is a data
 * source, and so before any bean can use them.
 */
final class MessagingSchema implements BeanPostProcessor {

	/** The first whose {@code RETURNING} knows the row as it was before. */
	private static final int LOWEST_POSTGRES = 18;

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof DataSource dataSource) {
			requireVersion(dataSource);
			Flyway.configure()
				.dataSource(dataSource)
				.schemas("messaging")
				.createSchemas(true)
				.locations("classpath:db/messaging")
				.load()
				.migrate();
		}
		return bean;
	}

	/** An older server would start, and refuse the first sign-up. */
	private static void requireVersion(DataSource dataSource) {
		try (Connection connection = dataSource.getConnection()) {
			DatabaseMetaData server = connection.getMetaData();
			if (server.getDatabaseMajorVersion() < LOWEST_POSTGRES) {
				throw new IllegalStateException("PostgreSQL " + LOWEST_POSTGRES + " or newer is needed; this server is "
						+ server.getDatabaseProductVersion());
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("the database cannot be asked for its version", ex);
		}
	}

}
