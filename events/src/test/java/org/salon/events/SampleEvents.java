package org.salon.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.salon.events.delivery.DeliveryChanged;
import org.salon.events.delivery.DeliveryKind;
import org.salon.events.delivery.DeliveryOutcome;
import org.salon.events.delivery.DeliveryState;
import org.salon.events.invitation.InvitationAnswer;
import org.salon.events.invitation.InvitationAnswered;
import org.salon.events.member.MemberErased;
import org.salon.events.member.MemberPreferencesChanged;
import org.salon.events.member.MemberState;
import org.salon.events.member.MemberSubscribed;
import org.salon.events.member.Preferences;
import org.salon.events.member.SubscriptionRequested;
import org.salon.events.operator.OperatorChanged;
import org.salon.events.operator.OperatorRole;
import org.salon.events.registration.AttendanceRecorded;
import org.salon.events.registration.FeedbackGiven;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.registration.RegistrationCancelled;
import org.salon.events.registration.RegistrationConfirmed;
import org.salon.events.registration.RegistrationState;
import org.salon.events.registration.RegistrationStatus;
import org.salon.events.registration.WaitlistPromoted;
import org.salon.events.salon.DeadLink;
import org.salon.events.salon.DeadLinkReason;
import org.salon.events.salon.Link;
import org.salon.events.salon.LinkKind;
import org.salon.events.salon.LinksChecked;
import org.salon.events.salon.ReplayPublished;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonArchived;
import org.salon.events.salon.SalonCancelled;
import org.salon.events.salon.SalonChanged;
import org.salon.events.salon.SalonRenumbered;
import org.salon.events.salon.SalonRescheduled;
import org.salon.events.salon.SalonState;
import org.salon.events.salon.SalonStatus;
import org.salon.events.salon.Speaker;
import org.salon.events.salon.TopicGroup;

/** The golden samples, said in Java: what a producer means by each of them. */
final class SampleEvents {

	private static final UUID WANG = UUID.fromString("4b0f6f0a-6a0e-4a55-9d27-0c8f5a4f2f11");

	private static final UUID ANA = UUID.fromString("c9bf9e57-1685-4c89-bafb-ff5af830be8a");

	private static final UUID DOOR = UUID.fromString("9a3d0c52-6f0b-4f0e-8c1d-2b7e5a914c60");

	private static final UUID PLACE_OF_WANG = UUID.fromString("8f14e45f-ceea-467f-a5d1-9b1f2c3d4e5f");

	private static final UUID PLACE_OF_ANA = UUID.fromString("e4eaaaf2-d142-41b5-9f4c-0f2b9d0a7c31");

	private static final LocalDate FIRST_DATE = LocalDate.of(2026, 6, 7);

	private static final LocalDate SECOND_DATE = LocalDate.of(2026, 6, 14);

	private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

	private static final List<Speaker> SPEAKERS = List.of(new Speaker("李老师", "浙江大学"), new Speaker("Ana Muñoz", null));

	private static final List<Link> REPLAY = List.of(
			new Link("沙龙回放", "https://momodel.cn/live/5eddc3c0b4a1c5a3a1f5e044", LinkKind.REPLAY),
			new Link("", "https://github.com/momodel/AIClub", LinkKind.MATERIAL));

	private SampleEvents() {
	}

	static DomainEvent of(EventType type) {
		return switch (type) {
			case SALON_ANNOUNCED -> new SalonAnnounced(salon(FIRST_DATE, SalonStatus.ANNOUNCED, null, 0, List.of()));
			case SALON_RESCHEDULED -> new SalonRescheduled(salon(SECOND_DATE, SalonStatus.ANNOUNCED, 200, 2, List.of()),
					Instant.parse("2026-06-07T11:30:00Z"), Instant.parse("2026-06-07T13:30:00Z"));
			case SALON_CHANGED -> new SalonChanged(salon(FIRST_DATE, SalonStatus.ANNOUNCED, 200, 1, List.of()),
					List.of("speakers", "capacity"));
			case SALON_CANCELLED -> new SalonCancelled(salon(SECOND_DATE, SalonStatus.CANCELLED, 200, 3, List.of()));
			case SALON_ARCHIVED -> new SalonArchived(archived());
			case SALON_RENUMBERED -> new SalonRenumbered(archived(), 5, 4);
			case REPLAY_PUBLISHED -> new ReplayPublished(salon(FIRST_DATE, SalonStatus.HELD, 200, 1, REPLAY), false);
			case LINKS_CHECKED -> new LinksChecked(3,
					List.of(new DeadLink(
							"http://www.momodel.cn:8899/classroom/class?id=5c5696191afd94720cc94533&type=video",
							DeadLinkReason.UNREACHABLE, Instant.parse("2026-11-01T02:10:00Z"))),
					Instant.parse("2026-11-04T08:12:31Z"));
			case MEMBER_REGISTERED -> new MemberRegistered(ofAna(RegistrationStatus.WAITLISTED, 1, 0));
			case REGISTRATION_CONFIRMED -> new RegistrationConfirmed(ofWang(RegistrationStatus.REGISTERED, 1, 1));
			case REGISTRATION_CANCELLED -> new RegistrationCancelled(ofWang(RegistrationStatus.CANCELLED, 2, 2));
			case WAITLIST_PROMOTED -> new WaitlistPromoted(ofAna(RegistrationStatus.REGISTERED, null, 1));
			case MEMBER_PREFERENCES_CHANGED -> new MemberPreferencesChanged(new MemberState(WANG, "王小明",
					"wang.xiaoming@example.org", "zh-CN", new Preferences(true, true, false), 1, null));
			case ATTENDANCE_RECORDED -> new AttendanceRecorded(ofAnaWhoCame());
			case FEEDBACK_GIVEN -> new FeedbackGiven(ofAnaWhoCame(), 5);
			case SUBSCRIPTION_REQUESTED -> new SubscriptionRequested(ofWang(new Preferences(false, true, true)), 1);
			case MEMBER_SUBSCRIBED -> new MemberSubscribed(ofWang(new Preferences(true, true, true)));
			case MEMBER_ERASED -> new MemberErased(WANG);
			case DELIVERY_CHANGED -> new DeliveryChanged(expiredReminder());
			case INVITATION_ANSWERED -> new InvitationAnswered(PLACE_OF_WANG, 44, WANG, InvitationAnswer.DECLINED, 1,
					Instant.parse("2026-06-03T09:20:00Z"));
			case OPERATOR_CHANGED -> new OperatorChanged(DOOR, OperatorRole.DOOR, 3, true);
		};
	}

	private static SalonState salon(LocalDate date, SalonStatus status, @Nullable Integer capacity,
			int calendarRevision, List<Link> links) {
		return new SalonState(44, "Non-IID 数据集", "Mo人工智能俱乐部", "线上（Mo平台直播&钉钉直播)", date,
				Instant.parse(date + "T11:30:00Z"), Instant.parse(date + "T13:30:00Z"), SHANGHAI, status,
				(capacity != null) ? SPEAKERS : List.of(), List.of("Non-IID 数据集"),
				List.of("联邦学习遇到的数据集问题", "LEAF 文章", "NICO 文章"),
				"联邦学习是协同不同数据节点共同训练得到一个全局模型的分布式学习方法，旨在解决传统深度学习中存在的数据隐私等问题。", "钉钉扫码，加入直播群！",
				List.of("https://imgbed.momodel.cn/20200516143605.png"), false,
				"[Mo](https://momodel.cn)（网址：https://momodel.cn） 是一个支持 Python的人工智能在线建模平台，能帮助你快速开发、训练并部署模型。", capacity,
				List.of(), links, links.isEmpty() ? List.of() : List.of("回放在直播群里也能找到"), calendarRevision, null, null,
				null, null);
	}

	private static SalonState archived() {
		return new SalonState(3, "梯度下降；线性代数回顾", null, null, LocalDate.of(2025, 3, 30), null, null, SHANGHAI,
				SalonStatus.ARCHIVED, List.of(), List.of(), List.of(), null, null, List.of(), false, null, null,
				List.of(new TopicGroup("机器学习", List.of("梯度下降", "线性代数回顾")), new TopicGroup(null, List.of("答疑"))),
				List.of(new Link("吴恩达机器学习", "https://momodel.cn/classroom/class?id=5c5696191afd94720cc94533&type=video",
						LinkKind.COURSE),
						new Link("电脑端打开观看视频2-5到3-4",
								"http://www.momodel.cn:8899/classroom/class?id=5c5696191afd94720cc94533&type=video",
								LinkKind.COURSE)),
				List.of("电脑端打开"), 0, null, null, null, null);
	}

	private static RegistrationState ofWang(RegistrationStatus status, int calendarRevision, int linkGeneration) {
		return new RegistrationState(PLACE_OF_WANG, 44, WANG, "王小明", "wang.xiaoming@example.org", "zh-CN", status, null,
				Instant.parse("2026-06-01T02:15:30.123456Z"), 1, calendarRevision, linkGeneration, null, null);
	}

	private static RegistrationState ofAna(RegistrationStatus status, @Nullable Integer position,
			int calendarRevision) {
		return new RegistrationState(PLACE_OF_ANA, 44, ANA, "Ana Muñoz", "ana@example.org", "en", status, position,
				Instant.parse("2026-06-02T07:00:00Z"), 1, calendarRevision, 1, null, null);
	}

	private static RegistrationState ofAnaWhoCame() {
		return new RegistrationState(PLACE_OF_ANA, 44, ANA, "Ana Muñoz", "ana@example.org", "en",
				RegistrationStatus.REGISTERED, null, Instant.parse("2026-06-02T07:00:00Z"), 1, 1, 1, null,
				Instant.parse("2026-06-07T11:28:00Z"));
	}

	private static MemberState ofWang(Preferences preferences) {
		return new MemberState(WANG, "王小明", "wang.xiaoming@example.org", "zh-CN", preferences, 1, SHANGHAI);
	}

	private static DeliveryState expiredReminder() {
		return new DeliveryState(UUID.fromString("2f1e0d9c-8b7a-4655-8432-10fedcba9876"), DeliveryKind.REMINDER, "mail",
				ANA, PLACE_OF_ANA, 44, "PT24H", DeliveryOutcome.EXPIRED,
				"the mail server was away until the time had passed", Instant.parse("2026-06-06T11:30:00Z"),
				Instant.parse("2026-06-06T11:35:00Z"));
	}

}
