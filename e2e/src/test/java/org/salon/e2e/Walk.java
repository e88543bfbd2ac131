package org.salon.e2e;

import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * What all walks of attendees share. Each has salons of its own in each language, so that
 * none disturbs another: from 200 on in Chinese, from 300 on in English.
 */
abstract class Walk {

	static final Duration SOON = Duration.ofSeconds(20);

	static RunningSystem system;

	static Chromium chromium;

	static Inbox inbox;

	static Desk desk;

	@BeforeAll
	static void start() {
		system = SharedSystem.get();
		inbox = new Inbox(system.inbox());
		desk = new Desk(system);
		chromium = new Chromium();
	}

	@AfterAll
	static void stop() {
		if (chromium != null) {
			chromium.close();
		}
	}

	static int number(String language, int ofWalk) {
		return (language.equals("en") ? 300 : 200) + ofWalk;
	}

	static Attendee attendee(String language, String name) {
		return new Attendee(chromium, system, language, name);
	}

	/** What somebody else did before is done once a mail to a stranger is there. */
	static void awaitMarker(int salon, String language) {
		String email = "marker." + salon + "." + language + "@example.org";
		desk.signUp(salon, "Marker", email, language);
		inbox.await(email, "", SOON);
	}

}
