package org.salon.registration.registration;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationServiceTest
class SeatMetricsIT {

	/** Sooner than those of other tests, which fill the list. */
	private static final Instant START = Instant.now().plus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);

	private static final Instant END = START.plusSeconds(3600);

	@Autowired
	private Site site;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void showsThePlacesOfEachSalonUntilItIsOver() {
		int limited = announced("\"capacity\": 1");
		int open = announced("\"host\": \"Nobody\"");
		this.site.signUp(limited, "Ada", "seat.ada@example.org").expect(201);
		this.site.signUp(limited, "Lin", "seat.lin@example.org").expect(201);
		SimpleMeterRegistry before = counted(END.minusSeconds(1));
		assertThat(places(before, limited, "REGISTERED")).isOne();
		assertThat(places(before, limited, "WAITLISTED")).isOne();
		assertThat(places(before, open, "REGISTERED")).isZero();
		assertThat(value(before, "capacity", limited)).isOne();
		assertThat(before.find("salon.registration.capacity").tag("salon", Integer.toString(open)).gauge()).isNull();
		assertThat(value(before, "start", open)).isEqualTo(START.getEpochSecond());
		assertThat(counted(END).find("salon.registration.seats").tag("salon", Integer.toString(limited)).gauges())
			.isEmpty();
	}

	private SimpleMeterRegistry counted(Instant now) {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		new SeatMetrics(meters, this.jdbc, Clock.fixed(now, ZoneOffset.UTC)).count();
		return meters;
	}

	private int announced(String more) {
		int number = Site.freshNumber();
		this.site
			.operate("POST", "/api/salons",
					"""
							{"number": %d, "title": "Counted", "startsAt": "%s", "endsAt": "%s", "zone": "Asia/Shanghai", %s}"""
						.formatted(number, START, END, more))
			.expect(201);
		this.site.operate("POST", "/api/salons/" + number + "/announce", null).expect(200);
		return number;
	}

	private static double places(SimpleMeterRegistry meters, int salon, String status) {
		return meters.get("salon.registration.seats")
			.tags("salon", Integer.toString(salon), "status", status)
			.gauge()
			.value();
	}

	private static double value(SimpleMeterRegistry meters, String name, int salon) {
		return meters.get("salon.registration." + name).tag("salon", Integer.toString(salon)).gauge().value();
	}

}
