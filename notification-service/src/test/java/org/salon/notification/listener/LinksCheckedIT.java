package org.salon.notification.listener;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.salon.events.salon.DeadLink;
import org.salon.events.salon.DeadLinkReason;
import org.salon.events.salon.LinksChecked;
import org.salon.events.salon.SalonAnnounced;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@NotificationTest
class LinksCheckedIT {

	@Autowired
	private World world;

	private final int number = Fixtures.number();

	private final UUID member = UUID.randomUUID();

	@Test
	void takesNoteOfADeadLinkAndMailsNobody() {
		this.world.tell(new SalonAnnounced(Fixtures.salon(this.number, this.world.now().plus(Duration.ofDays(3)))), 1);
		this.world.tell(Fixtures.registered(this.number, this.member, this.world.now()), 1);
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		List<String> before = this.world.ledger(this.member);
		LinksChecked checked = new LinksChecked(this.number,
				List.of(new DeadLink("https://momodel.cn/live/1", DeadLinkReason.GONE, Fixtures.LONG_BEFORE)),
				Instant.parse("2026-06-04T00:00:00Z"));
		this.world.tell(checked, 1);
		this.world.awaitHandled(checked, 1);
		assertThat(this.world.ledger(this.member)).isEqualTo(before);
	}

}
