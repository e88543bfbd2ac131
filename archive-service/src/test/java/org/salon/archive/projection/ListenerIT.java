package org.salon.archive.projection;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.salon.archive.RunningArchive;
import org.salon.archive.SalonSamples;
import org.salon.events.DomainEvent;
import org.salon.events.salon.SalonArchived;
import org.salon.messaging.suite.ListenerSuite;

/** This service's listener holds to what every listener holds to. */
@RunningArchive
class ListenerIT extends ListenerSuite {

	@Autowired
	private JdbcClient database;

	@Override
	protected DomainEvent newAggregate() {
		return new SalonArchived(
				SalonSamples.salon(ThreadLocalRandom.current().nextInt(700_000, 999_999)).title("First").state());
	}

	@Override
	protected DomainEvent next(DomainEvent event) {
		int number = ((SalonArchived) event).salon().number();
		return new SalonArchived(SalonSamples.salon(number).title("Next " + UUID.randomUUID()).state());
	}

	@Override
	protected int effects(DomainEvent event) {
		SalonArchived archived = (SalonArchived) event;
		return this.database.sql("""
				select count(*) from salons join projection using (generation)
				where number = ? and state ->> 'title' = ?""")
			.params(archived.salon().number(), archived.salon().title())
			.query(Integer.class)
			.single();
	}

}
