package org.salon.messaging.outbox;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BlockedKeysTests {

	private final BlockedKeys keys = new BlockedKeys();

	@Test
	void letsAKeyGoAfterItsPause() {
		this.keys.block("44", 0);
		assertThat(this.keys.at(TimeUnit.MILLISECONDS.toNanos(999))).containsExactly("44");
		assertThat(this.keys.at(TimeUnit.SECONDS.toNanos(1))).isEmpty();
	}

	@Test
	void waitsLongerEachTimeUpToHalfAMinute() {
		for (int i = 0; i < 20; i++) {
			this.keys.block("44", 0);
		}
		assertThat(this.keys.at(TimeUnit.SECONDS.toNanos(29))).containsExactly("44");
		assertThat(this.keys.at(TimeUnit.SECONDS.toNanos(30))).isEmpty();
	}

	@Test
	void startsAfreshOnceTheKeyWasSent() {
		this.keys.block("44", 0);
		this.keys.block("44", 0);
		this.keys.sent("44");
		this.keys.block("44", 0);
		assertThat(this.keys.at(TimeUnit.SECONDS.toNanos(1))).isEmpty();
	}

}
