package org.salon.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.salon.events.member.MemberState;
import org.salon.events.member.Preferences;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.registration.RegistrationState;
import org.salon.events.registration.RegistrationStatus;
import org.salon.events.salon.Link;
import org.salon.events.salon.LinkKind;
import org.salon.events.salon.SalonState;
import org.salon.events.salon.SalonStatus;
import org.salon.events.salon.Speaker;

/** Salons and registrations for tests; the salon of 7 June 2026 unless told otherwise. */
public final class Fixtures {

	public static final String LINK_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

	public static final Instant START = Instant.parse("2026-06-07T11:30:00Z");

	public static final Instant LONG_BEFORE = Instant.parse("2026-06-01T08:00:00Z");

	private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

	private Fixtures() {
	}

	/** A number that no other test of this run uses. */
	public static int number() {
		return NUMBERS.incrementAndGet();
	}

	public static SalonState salon(int number, Instant start) {
		return salon(number, start, "Non-IID 数据集", SalonStatus.ANNOUNCED, 0);
	}

	public static SalonState salon(int number, Instant start, String title, SalonStatus status, int calendarRevision) {
		return salon(number, start, title, status, calendarRevision, ZoneId.of("Asia/Shanghai"));
	}

	public static SalonState salon(int number, Instant start, String title, SalonStatus status, int calendarRevision,
			ZoneId zone) {
		return new SalonState(number, title, "Mo人工智能俱乐部", "线上（Mo平台直播&钉钉直播)", start.atZone(zone).toLocalDate(), start,
				start.plus(Duration.ofHours(2)), zone, status, List.of(new Speaker("王小明", "示例大学")),
				List.of("Federated Learning on Non-IID Data"), List.of("联邦学习遇到的数据集问题"),
				"联邦学习是协同不同数据节点共同训练得到一个**全局模型**的分布式学习方法，见[论文](https://example.org/paper)。", "钉钉扫码，加入直播群！",
				List.of("https://live.example.org/44", "https://img.example.org/qr.png"), false, null, null, List.of(),
				List.of(new Link("录像", "https://example.org/replay/44", LinkKind.REPLAY),
						new Link("", "https://example.org/slides/44.pdf", LinkKind.SLIDES)),
				List.of(), calendarRevision, null, null, null, null);
	}

	/** The same salon, at another address. */
	public static SalonState joinedBy(SalonState state, String link) {
		return new SalonState(state.number(), state.title(), state.host(), state.format(), state.date(),
				state.startsAt(), state.endsAt(), state.zone(), state.status(), state.speakers(), state.papers(),
				state.outline(), state.introduction(), state.joinText(), List.of(link), state.joinPublic(),
				state.about(), state.capacity(), state.groups(), state.links(), state.notes(), state.calendarRevision(),
				state.signUp(), state.reminders(), state.chatReminders(), state.series());
	}

	/** The same salon, with reminders of its own. */
	public static SalonState remindedBy(SalonState state, @Nullable List<Duration> reminders) {
		return new SalonState(state.number(), state.title(), state.host(), state.format(), state.date(),
				state.startsAt(), state.endsAt(), state.zone(), state.status(), state.speakers(), state.papers(),
				state.outline(), state.introduction(), state.joinText(), state.joinLinks(), state.joinPublic(),
				state.about(), state.capacity(), state.groups(), state.links(), state.notes(), state.calendarRevision(),
				state.signUp(), reminders, state.chatReminders(), state.series());
	}

	/** The same salon, with reminders of its own for the chats. */
	public static SalonState postedBefore(SalonState state, @Nullable List<Duration> chatReminders) {
		return new SalonState(state.number(), state.title(), state.host(), state.format(), state.date(),
				state.startsAt(), state.endsAt(), state.zone(), state.status(), state.speakers(), state.papers(),
				state.outline(), state.introduction(), state.joinText(), state.joinLinks(), state.joinPublic(),
				state.about(), state.capacity(), state.groups(), state.links(), state.notes(), state.calendarRevision(),
				state.signUp(), state.reminders(), chatReminders, state.series());
	}

	/** The same salon, with so many seats. */
	public static SalonState seating(SalonState state, int capacity) {
		return new SalonState(state.number(), state.title(), state.host(), state.format(), state.date(),
				state.startsAt(), state.endsAt(), state.zone(), state.status(), state.speakers(), state.papers(),
				state.outline(), state.introduction(), state.joinText(), state.joinLinks(), state.joinPublic(),
				state.about(), capacity, state.groups(), state.links(), state.notes(), state.calendarRevision(),
				state.signUp(), state.reminders(), state.chatReminders(), state.series());
	}

	public static RegistrationState registration(int salon, UUID member, RegistrationStatus status, Instant at) {
		return new RegistrationState(UUID.nameUUIDFromBytes((salon + "/" + member).getBytes()), salon, member, "李雷",
				address(member), "zh-CN", status, (status == RegistrationStatus.WAITLISTED) ? 3 : null, at, 1, 0, 0,
				null, null);
	}

	public static RegistrationState with(RegistrationState state, RegistrationStatus status, int confirmationRevision,
			int calendarRevision) {
		return new RegistrationState(state.registrationId(), state.salonNumber(), state.memberId(), state.name(),
				state.email(), state.locale(), status, (status == RegistrationStatus.WAITLISTED) ? 3 : null,
				state.registeredAt(), confirmationRevision, calendarRevision, state.linkGeneration(), state.confirmBy(),
				state.attendedAt());
	}

	public static RegistrationState named(RegistrationState state, String name, String locale) {
		return new RegistrationState(state.registrationId(), state.salonNumber(), state.memberId(), name, state.email(),
				locale, state.status(), state.position(), state.registeredAt(), state.confirmationRevision(),
				state.calendarRevision(), state.linkGeneration(), state.confirmBy(), state.attendedAt());
	}

	public static RegistrationState confirmBy(RegistrationState state, Instant confirmBy) {
		return new RegistrationState(state.registrationId(), state.salonNumber(), state.memberId(), state.name(),
				state.email(), state.locale(), state.status(), state.position(), state.registeredAt(),
				state.confirmationRevision(), state.calendarRevision(), state.linkGeneration(), confirmBy,
				state.attendedAt());
	}

	public static RegistrationState attended(RegistrationState state, Instant attendedAt) {
		return new RegistrationState(state.registrationId(), state.salonNumber(), state.memberId(), state.name(),
				state.email(), state.locale(), state.status(), state.position(), state.registeredAt(),
				state.confirmationRevision(), state.calendarRevision(), state.linkGeneration(), state.confirmBy(),
				attendedAt);
	}

	/** A person who has no place anywhere, in the words of the event about them. */
	public static MemberState member(UUID member, Preferences preferences) {
		return new MemberState(member, "", address(member), "zh-CN", preferences, 0, null);
	}

	public static MemberRegistered registered(int salon, UUID member, Instant at) {
		return new MemberRegistered(registration(salon, member, RegistrationStatus.REGISTERED, at));
	}

	public static String address(UUID member) {
		return "m-" + member + "@example.org";
	}

}
