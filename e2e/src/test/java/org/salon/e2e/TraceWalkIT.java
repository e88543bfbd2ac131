package org.salon.e2e;

import java.util.List;
import java.util.Optional;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.salon.e2e.TraceCollector.Span;

import static org.assertj.core.api.Assertions.assertThat;

/** An engineer sees what became of one press of a button. */
@Order(2)
class TraceWalkIT extends Walk {

	private static final int SALON = number("en", 98);

	@Test
	void oneTraceLeadsFromTheFormThroughTheBrokerToTheMail() {
		desk.announce(SALON, "Traced", "");
		String delivery;
		try (Attendee attendee = attendee("en", "Traced")) {
			attendee.signUp(SALON);
			delivery = attendee.mail("confirmation.subject", SALON, "Traced")
				.messageId()
				.replaceFirst("^<([0-9a-f-]{36})\\..*", "$1");
		}
		List<Span> way = Awaitility.await("the whole way of the mail " + delivery)
			.atMost(SOON)
			.until(() -> wayTo(delivery), (steps) -> !steps.isEmpty() && steps.getLast().parent().isEmpty());
		assertThat(way.getFirst()).hasToString("notification-service: send confirmation");
		assertThat(way.getLast().service()).isEqualTo("registration-service");
		assertThat(way.getLast().name()).startsWithIgnoringCase("http post /salons/").endsWith("/registrations");
		Awaitility.await("the step of the broker")
			.atMost(SOON)
			.untilAsserted(() -> assertThat(SharedSystem.TRACES.of(way.getLast().trace())).extracting(Span::toString)
				.contains("notification-service: handle salon.member-registered.v1"));
	}

	private static List<Span> wayTo(String delivery) {
		Optional<Span> mail = SharedSystem.TRACES.with("salon.delivery", delivery);
		return mail.map(SharedSystem.TRACES::wayTo).orElse(List.of());
	}

}
