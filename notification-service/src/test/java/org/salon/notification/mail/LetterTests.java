package org.salon.notification.mail;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.Observance;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.util.DateTimeComponents;
import biweekly.util.UtcOffset;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.events.link.LinkPurpose;
import org.salon.events.link.LinkTokens;
import org.salon.events.member.Preferences;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.registration.RegistrationState;
import org.salon.events.registration.RegistrationStatus;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonState;
import org.salon.events.salon.SalonStatus;
import org.salon.notification.Fixtures;
import org.salon.notification.member.Member;
import org.salon.notification.plan.CalendarMethod;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.registration.Registration;
import org.salon.notification.salon.Salon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LetterTests {

	private static final UUID MEMBER = UUID.fromString("0198f2c4-0000-7000-8000-000000000001");

	private static final UUID DELIVERY = UUID.fromString("0198f2c4-0000-7000-8000-000000000002");

	private static final DateTimeFormatter CALENDAR_TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

	private static final Instant NOW = Instant.parse("2026-06-06T11:30:00Z");

	private final LinkProperties linkProperties = new LinkProperties(Fixtures.LINK_KEY,
			URI.create("https://salon.example.org/"), URI.create("https://salon.example.org"),
			Locale.SIMPLIFIED_CHINESE);

	private final Letters letters = letters("学术沙龙 <salon@example.org>");

	@Test
	void confirmationHasTextHtmlAndTheCalendarLastAndAsAFile() throws Exception {
		MimeMessage mail = compose(DeliveryKind.CONFIRMATION, CalendarMethod.REQUEST);
		assertThat(mail.getContentType()).startsWith("multipart/mixed");
		MimeMultipart mixed = (MimeMultipart) mail.getContent();
		assertThat(mixed.getCount()).isEqualTo(2);
		MimeMultipart alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();
		assertThat(mixed.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
		assertThat(alternative.getCount()).isEqualTo(3);
		assertThat(alternative.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
		assertThat(alternative.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
		assertThat(alternative.getBodyPart(2).getContentType())
			.isEqualTo("text/calendar; method=REQUEST; charset=UTF-8");
		BodyPart file = mixed.getBodyPart(1);
		assertThat(file.getFileName()).isEqualTo("salon.ics");
		assertThat(file.getDisposition()).isEqualTo("attachment");
		assertThat(file.getInputStream().readAllBytes())
			.isEqualTo(alternative.getBodyPart(2).getInputStream().readAllBytes());
	}

	@Test
	void confirmationSaysWhoWhatAndHowToLeave() throws Exception {
		MimeMessage mail = compose(DeliveryKind.CONFIRMATION, CalendarMethod.REQUEST);
		assertThat(mail.getSubject()).isEqualTo("第44期学术沙龙 报名成功：Non-IID 数据集");
		assertThat(mail.getFrom()).containsExactly(new InternetAddress("salon@example.org", "学术沙龙", "UTF-8"));
		assertThat(mail.getRecipients(Message.RecipientType.TO))
			.containsExactly(new InternetAddress(Fixtures.address(MEMBER)));
		assertThat(((InternetAddress) mail.getRecipients(Message.RecipientType.TO)[0]).getPersonal()).isEqualTo("李雷");
		assertThat(mail.getAllRecipients()).hasSize(1);
		assertThat(mail.getSentDate()).isEqualTo(Date.from(NOW));
		assertThat(mail.getMessageID()).isEqualTo("<" + DELIVERY + ".delivery@example.org>");
		assertThat(mail.getHeader("Content-Language")).containsExactly("zh-CN");
		assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(mail.getHeader("List-Id")).containsExactly("Salon <salon.example.org>");
		assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
		String unsubscribe = mail.getHeader("List-Unsubscribe")[0];
		assertThat(unsubscribe).startsWith("<https://salon.example.org/unsubscribe/").endsWith(">");
		String token = unsubscribe.substring(unsubscribe.lastIndexOf('/') + 1, unsubscribe.length() - 1);
		assertThat(new LinkTokens(Fixtures.LINK_KEY).read(token, LinkPurpose.UNSUBSCRIBE, NOW))
			.hasValueSatisfying((link) -> {
				assertThat(link.id()).isEqualTo(MEMBER);
				assertThat(link.expiresAt())
					.isEqualTo(Fixtures.START.plus(Duration.ofHours(2)).plus(Duration.ofDays(90)));
			});
	}

	@Test
	void plainTextSaysAllThatHtmlSays() throws Exception {
		MimeMessage mail = compose(DeliveryKind.CONFIRMATION, CalendarMethod.REQUEST);
		String text = part(mail, 0);
		String html = part(mail, 1);
		for (String said : List.of("李雷，您好：", "Non-IID 数据集", "2026年6月7日（周日）19:30–21:30", "中国标准时间", "UTC+08:00",
				"Mo人工智能俱乐部", "王小明（示例大学）", "Federated Learning on Non-IID Data", "全局模型", "钉钉扫码，加入直播群！",
				"https://salon.example.org/join/", "https://salon.example.org/registrations/",
				"https://salon.example.org/preferences/", "https://salon.example.org/unsubscribe/",
				"有人用此邮箱报名了第 44 期学术沙龙")) {
			assertThat(text).as("text").contains(said);
			assertThat(html).as("html").contains(said);
		}
		assertThat(html).contains("<html lang=\"zh-CN\"").doesNotContain("<img").doesNotContain("th:text");
		for (String raw : List.of("live.example.org", "img.example.org")) {
			assertThat(text).as("text").doesNotContain(raw);
			assertThat(html).as("html").doesNotContain(raw);
		}
		assertThat(text).doesNotContain("[(").doesNotContain("**").doesNotContain("\n\n\n");
	}

	@Test
	void speaksTheLanguageOfTheRecipient() throws Exception {
		MimeMessage mail = parse(LetterSamples.mime(this.letters, letter(DeliveryKind.CONFIRMATION,
				CalendarMethod.REQUEST, member("Han Meimei", "en-GB"), Fixtures.salon(44, Fixtures.START))));
		assertThat(mail.getSubject()).isEqualTo("Salon 44: your place is confirmed – Non-IID 数据集");
		assertThat(mail.getHeader("Content-Language")).containsExactly("en");
		assertThat(part(mail, 0)).contains("Hello Han Meimei,")
			.contains("Sunday, 7 June 2026, 19:30–21:30")
			.contains("China Standard Time, UTC+08:00")
			.contains("See or give back your place: https://");
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ORGANISER_DIGEST")
	void saysEveryKindInBothLanguages(DeliveryKind kind) throws Exception {
		for (String locale : List.of("zh-CN", "en", "fr")) {
			byte[] mime = LetterSamples.mime(this.letters,
					letter(kind, CalendarMethod.NONE, member("李雷", locale), Fixtures.salon(44, Fixtures.START)));
			MimeMessage mail = parse(mime);
			assertThat(mail.getContentType()).startsWith("multipart/alternative");
			assertThat(((MimeMultipart) mail.getContent()).getCount()).isEqualTo(2);
			if (kind != DeliveryKind.SUBSCRIPTION_CHECK) {
				assertThat(mail.getSubject()).contains("44").contains("Non-IID 数据集");
			}
			assertThat(part(mail, 0)).contains(locale.equals("en") ? "You get this mail because" : "您收到这封邮件，是因为");
			keep(kind, locale, mail, mime);
		}
	}

	@Test
	void reminderSaysHowSoonItIs() throws Exception {
		MimeMessage mail = compose(DeliveryKind.REMINDER, CalendarMethod.NONE);
		assertThat(mail.getSubject()).isEqualTo("第44期学术沙龙 24小时后开始：Non-IID 数据集");
		assertThat(part(mail, 0)).contains("24小时后开始").contains("进入沙龙：https://salon.example.org/join/");
	}

	@Test
	void reminderOfTheLastMinutesSaysThatItStartsNow() throws Exception {
		for (String locale : List.of("en", "zh-CN")) {
			MimeMessage mail = LetterSamples.parse(LetterSamples.mime(this.letters,
					LetterSamples.letter(DeliveryKind.REMINDER, LetterSamples.place(DeliveryKind.REMINDER),
							LetterSamples.member(locale, null), Fixtures.START.minus(Duration.ofMinutes(5)))));
			String now = locale.equals("en") ? "Salon 44 starts now – Non-IID 数据集" : "第44期学术沙龙 现在开始：Non-IID 数据集";
			assertThat(mail.getSubject()).isEqualTo(now);
			assertThat(part(mail, 0)).contains(locale.equals("en") ? "Starts now" : "现在开始");
			assertThat(part(mail, 1)).contains(locale.equals("en") ? "Starts now" : "现在开始");
			LetterSamples.keep("now-" + locale, mail);
		}
	}

	@ParameterizedTest
	@CsvSource({ "PT72H, in 3 days", "PT24H, in 24 hours", "PT90M, in 2 hours", "PT1H, in 60 minutes",
			"PT59M31S, in 60 minutes", "PT5M1S, in 5 minutes", "PT5M, now", "PT20S, now", "PT-1S, now" })
	void saysHowSoonInTheUnitThatReadsBest(Duration before, String words) {
		Wording wording = new Wording(this.linkProperties);
		Salon salon = salon(Fixtures.salon(44, Fixtures.START));
		assertThat(new SalonTime(wording, Locale.ENGLISH).soon(salon, Fixtures.START.minus(before))).isEqualTo(words);
	}

	@Test
	void replayListsItsLinksByKind() throws Exception {
		MimeMessage mail = compose(DeliveryKind.REPLAY, CalendarMethod.NONE);
		assertThat(part(mail, 0)).contains("回放\n- 录像：https://example.org/replay/44")
			.contains("幻灯片\n- https://example.org/slides/44.pdf")
			.contains("https://salon.example.org/archive/44");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Win at https://spam.example.org", "spam.example.org", "www.spam.example", "<b>李雷</b>",
			"mail me@spam.example", "\u202Egro.elpmaxe", "javascript:alert(1)", "a/b", "spam\u3002example",
			"spam\uFF0Eexample", "spam\uFF61com", "https\uFF1A\uFF0F\uFF0Fspam", "sp\u200Bam\u2024example",
			"\u24E2pam.\u24D2om", "" })
	void dropsANameThatIsMoreThanAName(String name) throws Exception {
		byte[] mime = LetterSamples.mime(this.letters, letter(DeliveryKind.CONFIRMATION, CalendarMethod.REQUEST,
				member(name, "zh-CN"), Fixtures.salon(44, Fixtures.START)));
		MimeMessage mail = parse(mime);
		boolean harmless = PlainText.name(name).isPresent();
		String text = part(mail, 0);
		if (!harmless) {
			assertThat(text).startsWith("您好：");
			assertThat(((InternetAddress) mail.getRecipients(Message.RecipientType.TO)[0]).getPersonal()).isNull();
		}
		assertThat(text).doesNotContain("spam", "sp am", "\u24E2pam", "\u202E", "<b>");
		assertThat(calendar(mail).getEvents().getFirst().getAttendees()).hasSize(1);
	}

	@Test
	void keepsNamesWithLineBreaksOutOfTheHeaders() throws Exception {
		byte[] mime = LetterSamples.mime(this.letters,
				letter(DeliveryKind.CONFIRMATION, CalendarMethod.REQUEST, member("李雷\r\nBcc: someone", "zh-CN"),
						Fixtures.salon(44, Fixtures.START, "主题\r\nBcc: x", SalonStatus.ANNOUNCED, 0)));
		MimeMessage mail = parse(mime);
		assertThat(mail.getHeader("Bcc")).isNull();
		assertThat(mail.getAllRecipients()).hasSize(1);
		assertThat(mail.getSubject()).isEqualTo("第44期学术沙龙 报名成功：主题 Bcc: x");
	}

	@Test
	void escapesMarkupAndTemplateExpressions() throws Exception {
		byte[] mime = LetterSamples.mime(this.letters,
				letter(DeliveryKind.CONFIRMATION, CalendarMethod.REQUEST, member("李雷", "zh-CN"), Fixtures.salon(44,
						Fixtures.START, "<script>alert(1)</script> ${7*7} [[${7*7}]] {0}", SalonStatus.ANNOUNCED, 0)));
		String html = part(parse(mime), 1);
		assertThat(html).doesNotContain("<script>").contains("&lt;script&gt;").contains("${7*7}").doesNotContain(">49");
		assertThat(part(parse(mime), 0)).contains("<script>alert(1)</script> ${7*7} [[${7*7}]] {0}");
	}

	@Test
	void invitationNamesTheRecipientAsItsOnlyAttendee() throws Exception {
		ICalendar calendar = calendar(compose(DeliveryKind.CONFIRMATION, CalendarMethod.REQUEST));
		assertThat(calendar.validate(ICalVersion.V2_0)).as("%s", calendar.validate(ICalVersion.V2_0)).isEmpty();
		assertThat(calendar.getMethod().getValue()).isEqualTo("REQUEST");
		VEvent event = calendar.getEvents().getFirst();
		assertThat(event.getUid().getValue()).isEqualTo("salon-44-" + MEMBER + "@example.org");
		assertThat(event.getSequence().getValue()).isEqualTo(2 + 3);
		assertThat(event.getOrganizer().getEmail()).isEqualTo("salon@example.org");
		assertThat(event.getAttendees()).hasSize(1);
		Attendee attendee = event.getAttendees().getFirst();
		assertThat(attendee.getEmail()).isEqualTo(Fixtures.address(MEMBER));
		assertThat(attendee.getParticipationStatus()).isEqualTo(ParticipationStatus.ACCEPTED);
		assertThat(attendee.getRsvp()).isFalse();
		assertThat(event.getDateTimeStamp().getValue().toInstant()).isEqualTo(NOW);
		assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Fixtures.START);
		assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(Fixtures.START.plus(Duration.ofHours(2)));
		assertThat(event.getStatus().getValue()).isEqualTo("CONFIRMED");
		assertThat(event.getSummary().getValue()).isEqualTo("Non-IID 数据集");
		String join = event.getUrl().getValue();
		assertThat(join).startsWith("https://salon.example.org/join/");
		assertThat(event.getLocation().getValue()).isEqualTo(join);
		assertThat(event.getDescription().getValue()).contains("钉钉扫码，加入直播群！")
			.contains(join)
			.contains("/registrations/");
		assertThat(new LinkTokens(Fixtures.LINK_KEY).read(join.substring(join.lastIndexOf('/') + 1), LinkPurpose.JOIN,
				NOW))
			.hasValueSatisfying((link) -> assertThat(link.expiresAt())
				.isEqualTo(Fixtures.START.plus(Duration.ofHours(2)).plus(Duration.ofDays(1))));
	}

	@Test
	void cancellationTakesTheSameEntryOut() throws Exception {
		MimeMessage mail = compose(DeliveryKind.CANCELLED, CalendarMethod.CANCEL);
		ICalendar calendar = calendar(mail);
		assertThat(calendar.validate(ICalVersion.V2_0)).as("%s", calendar.validate(ICalVersion.V2_0)).isEmpty();
		assertThat(calendar.getMethod().getValue()).isEqualTo("CANCEL");
		assertThat(calendar.getEvents().getFirst().getStatus().getValue()).isEqualTo("CANCELLED");
		assertThat(calendar.getEvents().getFirst().getUid().getValue())
			.isEqualTo("salon-44-" + MEMBER + "@example.org");
		MimeMultipart alternative = (MimeMultipart) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
		assertThat(alternative.getBodyPart(2).getContentType())
			.isEqualTo("text/calendar; method=CANCEL; charset=UTF-8");
	}

	@ParameterizedTest
	@CsvSource({ "Asia/Shanghai, 2026-06-07T11:30:00Z", "America/New_York, 2026-11-01T04:30:00Z",
			"America/New_York, 2026-03-08T06:30:00Z", "Europe/Berlin, 2026-03-29T00:30:00Z",
			"Europe/Berlin, 2026-07-01T17:00:00Z", "Australia/Lord_Howe, 2026-04-04T14:30:00Z",
			"Asia/Kolkata, 2026-06-07T11:30:00Z", "UTC, 2026-06-07T11:30:00Z" })
	void zoneInTheEntryHasTheOffsetsOfTheRealOne(String zone, Instant start) throws Exception {
		SalonState state = Fixtures.salon(44, start, "Zone", SalonStatus.ANNOUNCED, 0, ZoneId.of(zone));
		MimeMessage mail = parse(LetterSamples.mime(this.letters,
				letter(DeliveryKind.CONFIRMATION, CalendarMethod.REQUEST, member("李雷", "en"), state)));
		String source = new String(calendarBytes(mail), StandardCharsets.UTF_8);
		VTimezone declared = Biweekly.parse(source).first().getTimezoneInfo().getComponents().iterator().next();
		assertThat(source).contains("TZID:" + zone);
		for (Instant instant : List.of(start, start.plus(Duration.ofHours(2)))) {
			ZonedDateTime local = instant.atZone(ZoneId.of(zone));
			assertThat(source).contains(";TZID=" + zone + ":" + CALENDAR_TIME.format(local));
			assertThat(offset(declared, instant)).isEqualTo(local.getOffset());
		}
	}

	/** As RFC 5545 has it: that of the latest observance whose onset is not after. */
	private static ZoneOffset offset(VTimezone zone, Instant instant) {
		List<Observance> observances = new ArrayList<>(zone.getStandardTimes());
		observances.addAll(zone.getDaylightSavingsTime());
		return observances.stream()
			.filter((observance) -> !onset(observance).isAfter(instant))
			.max(Comparator.comparing(LetterTests::onset))
			.map((observance) -> offset(observance.getTimezoneOffsetTo().getValue()))
			.orElseThrow();
	}

	private static Instant onset(Observance observance) {
		DateTimeComponents local = observance.getDateStart().getValue().getRawComponents();
		return LocalDateTime.of(local.getYear(), local.getMonth(), local.getDate(), local.getHour(), local.getMinute())
			.toInstant(offset(observance.getTimezoneOffsetFrom().getValue()));
	}

	private static ZoneOffset offset(UtcOffset offset) {
		return ZoneOffset.ofTotalSeconds((int) (offset.getMillis() / 1000));
	}

	@Test
	void sameLetterIsTheSameMessage() {
		Letter letter = letter(DeliveryKind.REMINDER, CalendarMethod.NONE, member("李雷", "zh-CN"),
				Fixtures.salon(44, Fixtures.START));
		assertThat(LetterSamples.mime(this.letters, letter)).isEqualTo(LetterSamples.mime(this.letters, letter));
	}

	@Test
	void refusesASenderThatIsNoAddress() {
		assertThatIllegalArgumentException().isThrownBy(() -> letters("nobody"))
			.withMessageContaining("SALON_MAIL_FROM");
	}

	private Letters letters(String from) {
		Wording wording = new Wording(this.linkProperties);
		Links links = new Links(this.linkProperties);
		return new Letters(new LetterWriter(wording, links, (occasion, language) -> Optional.empty()),
				new LetterForms(new LetterTemplates(wording), new LetterProperties(from)), links);
	}

	private MimeMessage compose(DeliveryKind kind, CalendarMethod calendar) throws Exception {
		return parse(LetterSamples.mime(this.letters,
				letter(kind, calendar, member("李雷", "zh-CN"), Fixtures.salon(44, Fixtures.START, "Non-IID 数据集",
						(kind == DeliveryKind.CANCELLED) ? SalonStatus.CANCELLED : SalonStatus.ANNOUNCED, 2))));
	}

	private static Letter letter(DeliveryKind kind, CalendarMethod calendar, Member member, SalonState state) {
		Registration place = switch (kind) {
			case SUBSCRIPTION_CHECK, ANNOUNCEMENT -> null;
			default -> LetterSamples.place(kind);
		};
		Salon salon = (kind != DeliveryKind.SUBSCRIPTION_CHECK) ? salon(state) : null;
		return new Letter(DELIVERY, kind, salon, place, member, calendar, NOW);
	}

	private static Salon salon(SalonState state) {
		return Salon.after(null, new SalonAnnounced(state), 1, Fixtures.LONG_BEFORE);
	}

	private static Member member(String name, String locale) {
		return new Member(MEMBER, name, Fixtures.address(MEMBER), locale, Preferences.OF_AN_ATTENDEE, 0, null, null,
				null, null, 1);
	}

	private static MimeMessage parse(byte[] mime) throws Exception {
		return new MimeMessage((Session) null, new ByteArrayInputStream(mime));
	}

	private static String part(MimeMessage mail, int index) throws Exception {
		MimeMultipart parts = (MimeMultipart) mail.getContent();
		if (mail.getContentType().startsWith("multipart/mixed")) {
			parts = (MimeMultipart) parts.getBodyPart(0).getContent();
		}
		return parts.getBodyPart(index).getContent().toString().replace("\r\n", "\n");
	}

	private static byte[] calendarBytes(MimeMessage mail) throws Exception {
		MimeMultipart alternative = (MimeMultipart) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
		return alternative.getBodyPart(2).getInputStream().readAllBytes();
	}

	private static ICalendar calendar(MimeMessage mail) throws Exception {
		return Biweekly.parse(new String(calendarBytes(mail), StandardCharsets.UTF_8)).first();
	}

	/** For people to look at. */
	private static void keep(DeliveryKind kind, String locale, MimeMessage mail, byte[] mime) throws Exception {
		Path folder = Files.createDirectories(Path.of("target", "mails"));
		String name = kind.name().toLowerCase(Locale.ROOT) + "-" + locale;
		Files.write(folder.resolve(name + ".eml"), mime);
		Files.writeString(folder.resolve(name + ".html"), part(mail, 1));
		Files.writeString(folder.resolve(name + ".txt"), part(mail, 0));
	}

}
