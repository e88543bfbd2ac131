package org.salon.registration.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.salon.events.delivery.DeliveryChanged;
import org.salon.events.delivery.DeliveryKind;
import org.salon.events.delivery.DeliveryOutcome;
import org.salon.events.delivery.DeliveryState;
import org.salon.messaging.inbox.ReceivedEvent;
import org.salon.registration.RegistrationServiceTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@RegistrationServiceTest
class OutcomeBatchIT {

	private static final Instant AT = Instant.parse("2026-06-07T11:30:00Z");

	@Autowired
	private DeliveryOutcomes outcomes;

	private final UUID member = UUID.randomUUID();

	private final UUID one = UUID.randomUUID();

	private final UUID other = UUID.randomUUID();

	@Test
	void lastOutcomeOfEachMailCountsThoughSeveralComeAtOnce() {
		this.outcomes.apply(List.of(event(this.one, DeliveryOutcome.SENT, null, 1),
				event(this.other, DeliveryOutcome.FAILED, "550 \"no\", {such} \\ one, NULL", 1),
				event(this.one, DeliveryOutcome.BOUNCED, "5.1.1", 2)));
		assertThat(this.outcomes.to(this.member)).extracting(Mail::outcome, Mail::reason)
			.containsExactlyInAnyOrder(tuple("BOUNCED", "5.1.1"), tuple("FAILED", "550 \"no\", {such} \\ one, NULL"));
	}

	@Test
	void olderOutcomeChangesNothingWhateverItCameWith() {
		this.outcomes.apply(List.of(event(this.one, DeliveryOutcome.BOUNCED, "5.1.1", 2)));
		this.outcomes.apply(List.of(event(this.one, DeliveryOutcome.SENT, null, 1),
				event(this.other, DeliveryOutcome.SENT, null, 1)));
		assertThat(this.outcomes.to(this.member)).extracting(Mail::outcome)
			.containsExactlyInAnyOrder("BOUNCED", "SENT");
	}

	private ReceivedEvent event(UUID delivery, DeliveryOutcome outcome, @Nullable String reason, long version) {
		DeliveryState state = new DeliveryState(delivery, DeliveryKind.REMINDER, "mail", this.member, null, 7,
				"PT1H@" + AT, outcome, reason, AT, AT);
		return new ReceivedEvent(UUID.randomUUID(), "delivery/" + delivery, this.member.toString(), version, AT,
				new DeliveryChanged(state), null);
	}

}
