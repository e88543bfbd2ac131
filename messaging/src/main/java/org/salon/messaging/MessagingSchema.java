package org.salon.messaging;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * The tables of messaging, in a schema and with a history of their own, so that a
 * service's migrations are about its own tables only. Made as soon as there is a data
 * source, and so before any bean can use them.
 */
final class MessagingSchema implements BeanPostProcessor {

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof DataSource dataSource) {
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

}
