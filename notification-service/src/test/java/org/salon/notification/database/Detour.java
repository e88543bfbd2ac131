package org.salon.notification.database;

import java.net.URI;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The service's way to its database, which a test can lead through a proxy for a while.
 */
public final class Detour implements BeanPostProcessor {

	private @Nullable Way way;

	private @Nullable HikariDataSource direct;

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (bean instanceof HikariDataSource pool) {
			this.direct = pool;
			this.way = new Way(pool);
			return this.way;
		}
		return bean;
	}

	/** A proxy that leads to the service's database server. */
	public CommitProxy proxy() {
		URI server = URI.create(direct().getJdbcUrl().substring("jdbc:".length()));
		return new CommitProxy(server.getHost(), server.getPort());
	}

	/** All connections that are asked for from now on go through the proxy. */
	public HikariDataSource through(CommitProxy proxy) {
		URI server = URI.create(direct().getJdbcUrl().substring("jdbc:".length()));
		HikariConfig config = new HikariConfig();
		// In the clear, for the proxy to read it.
		config.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + proxy.port() + server.getPath()
				+ "?sslmode=disable&gssEncMode=disable");
		config.setUsername(direct().getUsername());
		config.setPassword(direct().getPassword());
		config.setMaximumPoolSize(direct().getMaximumPoolSize());
		HikariDataSource pool = new HikariDataSource(config);
		way().setTargetDataSource(pool);
		return pool;
	}

	/** As it was. */
	public void straight() {
		way().setTargetDataSource(direct());
	}

	private HikariDataSource direct() {
		if (this.direct == null) {
			throw new IllegalStateException("There is no pool yet");
		}
		return this.direct;
	}

	private Way way() {
		if (this.way == null) {
			throw new IllegalStateException("There is no pool yet");
		}
		return this.way;
	}

	private static final class Way extends DelegatingDataSource {

		Way(DataSource direct) {
			super(direct);
		}

	}

}
