package org.salon.notification;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.salon.events.member.MemberErased;
import org.salon.events.member.MemberPreferencesChanged;
import org.salon.events.member.MemberSubscribed;
import org.salon.events.member.Preferences;
import org.salon.events.member.SubscriptionRequested;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonCancelled;
import org.salon.events.salon.SalonState;
import org.salon.events.salon.SalonStatus;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** People who want to hear of new salons. */
@NotificationTest
class SubscriptionIT {

	private static final Preferences ANNOUNCEMENTS = new Preferences(true, true, true);

	@Autowired
	private World world;

	private final int number = Fixtures.number();

	private final UUID member = UUID.randomUUID();

	private final UUID other = UUID.randomUUID();

	/** Else every salon that later tests announce would be announced to them too. */
	@AfterEach
	void forgetSubscribers() {
		for (UUID person : List.of(this.member, this.other)) {
			MemberErased erased = new MemberErased(person);
			this.world.tell(erased, 99);
			this.world.awaitHandled(erased, 99);
		}
	}

	@Test
	void checksASubscriptionOnceForEachTimeItIsAskedFor() {
		request(this.member, 1, 1);
		assertThat(this.world.awaitMail(this.member, "请确认订阅")).isNotNull();
		this.world.awaitLedger(this.member, "SUBSCRIPTION_CHECK SENT");
		request(this.member, 2, 2);
		this.world.awaitLedger(this.member, "SUBSCRIPTION_CHECK SENT", "SUBSCRIPTION_CHECK SENT");
		subscribe(this.member, 3);
		request(this.member, 3, 4);
		assertThat(this.world.ledger(this.member)).hasSize(2);
		assertThat(published(this.member)).isEmpty();
	}

	@Test
	void announcesToSubscribersOnce() {
		subscribe(this.member, 1);
		announce();
		this.world.awaitMail(this.member, "第" + this.number + "期学术沙龙 开始报名");
		this.world.awaitLedger(this.member, "ANNOUNCEMENT SENT");
		announce(2);
		assertThat(this.world.ledger(this.member)).containsExactly("ANNOUNCEMENT SENT");
		assertThat(published(this.member)).containsExactly("ANNOUNCEMENT SENT null");
		Object id = this.world.row(this.member, "ANNOUNCEMENT").get("id");
		String key = "mail|" + this.member + "|" + this.number + "|ANNOUNCEMENT|once";
		assertThat(id).isEqualTo(UUID.nameUUIDFromBytes(key.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
	}

	@Test
	void announcesNothingToThoseWhoSubscribeLaterOrHaveAPlace() {
		subscribe(this.member, 1);
		MemberRegistered registered = Fixtures.registered(this.number, this.member, this.world.now());
		this.world.tell(registered, 1);
		this.world.awaitHandled(registered, 1);
		announce();
		subscribe(this.other, 1);
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		assertThat(this.world.ledger(this.member)).noneMatch((row) -> row.startsWith("ANNOUNCEMENT"));
		assertThat(this.world.ledger(this.other)).isEmpty();
	}

	@Test
	void announcesToWhoSubscribedBeforeAndBecomesKnownLater() {
		var before = this.world.now().minusSeconds(60);
		announce();
		MemberSubscribed subscribed = new MemberSubscribed(Fixtures.member(this.member, ANNOUNCEMENTS));
		this.world.tell(subscribed, 1, before);
		this.world.awaitLedger(this.member, "ANNOUNCEMENT SENT");
	}

	@Test
	void announcesNothingToWhoNoLongerWantsItOrCannotCome() {
		subscribe(this.member, 1);
		subscribe(this.other, 1);
		holdBack(() -> {
			announce();
			MemberPreferencesChanged none = new MemberPreferencesChanged(
					Fixtures.member(this.member, Preferences.NONE));
			this.world.tell(none, 2);
			this.world.awaitHandled(none, 2);
			assertThat(this.world.ledger(this.member)).contains("ANNOUNCEMENT CANCELLED");
			SalonCancelled cancelled = new SalonCancelled(Fixtures.salon(this.number,
					this.world.now().plus(Duration.ofDays(3)), "Non-IID 数据集", SalonStatus.CANCELLED, 1));
			this.world.tell(cancelled, 2);
			this.world.awaitHandled(cancelled, 2);
			assertThat(this.world.ledger(this.other)).contains("ANNOUNCEMENT CANCELLED");
		});
		assertThat(published(this.other)).containsExactly("ANNOUNCEMENT CANCELLED null");
	}

	@Test
	void placeTakesTheAnnouncementsPlace() {
		subscribe(this.member, 1);
		holdBack(() -> {
			announce();
			MemberRegistered registered = Fixtures.registered(this.number, this.member, this.world.now());
			this.world.tell(registered, 1);
			this.world.awaitHandled(registered, 1);
			assertThat(this.world.ledger(this.member)).contains("ANNOUNCEMENT CANCELLED");
		});
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
	}

	/** Nothing of these people is sent meanwhile: someone else has them in hand. */
	private void holdBack(Runnable work) {
		for (UUID person : List.of(this.member, this.other)) {
			this.world.jdbc()
				.sql("""
						INSERT INTO delivery (id, channel, member_id, salon_number, kind, occurrence, priority, state, due_at,
							attempt_at, not_after, caused_by, caused_at, lease_until)
						VALUES (?, 'held', ?, ?, 'REPLAY', 'held', 9, 'LEASED', now(), now(), now(), gen_random_uuid(), now(),
							now() + interval '1 day')
						""")
				.params(UUID.randomUUID(), person, this.number)
				.update();
		}
		try {
			work.run();
		}
		finally {
			this.world.jdbc()
				.sql("DELETE FROM delivery WHERE channel = 'held' AND salon_number = ?")
				.param(this.number)
				.update();
		}
	}

	private void announce() {
		announce(1);
	}

	private void announce(long version) {
		SalonState state = Fixtures.salon(this.number, this.world.now().plus(Duration.ofDays(3)));
		this.world.tell(new SalonAnnounced(state), version);
		this.world.awaitHandled(new SalonAnnounced(state), version);
	}

	private void request(UUID person, int revision, long version) {
		SubscriptionRequested requested = new SubscriptionRequested(
				Fixtures.member(person, (version > 3) ? ANNOUNCEMENTS : Preferences.NONE), revision);
		this.world.tell(requested, version);
		this.world.awaitHandled(requested, version);
	}

	private void subscribe(UUID person, long version) {
		MemberSubscribed subscribed = new MemberSubscribed(Fixtures.member(person, ANNOUNCEMENTS));
		this.world.tell(subscribed, version);
		this.world.awaitHandled(subscribed, version);
	}

	private List<String> published(UUID person) {
		return this.world.jdbc().sql("""
				SELECT concat(d ->> 'kind', ' ', d ->> 'outcome', ' ', coalesce(d ->> 'registrationId', 'null'))
				FROM messaging.outbox o, LATERAL (SELECT convert_from(o.data, 'UTF8')::jsonb -> 'delivery' AS d) x
				WHERE record_key = ? ORDER BY id
				""").param(person.toString()).query(String.class).list();
	}

}
