package org.salon.notification.sender;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.salon.events.DomainEvent;
import org.salon.events.member.MemberErased;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.registration.RegistrationCancelled;
import org.salon.events.registration.RegistrationState;
import org.salon.events.registration.RegistrationStatus;
import org.salon.events.salon.SalonAnnounced;
import org.salon.localstack.LocalStack;
import org.salon.notification.Fixtures;
import org.salon.notification.MovableClock;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;
import org.salon.notification.digest.Organised;
import org.salon.notification.dkim.Dkim;
import org.salon.notification.ledger.Deliveries;
import org.salon.notification.ledger.DeliveryFilter;
import org.salon.notification.ledger.DeliveryView;
import org.salon.notification.ledger.DueSignal;
import org.salon.notification.ledger.LedgerState;
import org.salon.notification.ledger.Retries;
import org.salon.notification.ledger.Suppressions;
import org.salon.notification.mail.Letters;
import org.salon.notification.message.WrittenMessages;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.smtp.ScriptedSmtp;
import org.salon.notification.smtp.ScriptedSmtp.Fault;
import org.salon.notification.smtp.ScriptedSmtp.Moment;
import org.salon.notification.smtp.SmtpServer;
import org.salon.notification.smtp.SmtpServers;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

/** The mail of the day to organisers, from its plan to their inbox. */
@NotificationTest
class DigestIT {

	private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

	@Autowired
	private World world;

	@Autowired
	private MovableClock clock;

	@Autowired
	private BeanFactory beans;

	@Autowired
	private Sender sender;

	@Autowired
	private Sender.SenderParts parts;

	@Autowired
	private SenderProperties properties;

	@Autowired
	private Deliveries deliveries;

	private final ScriptedSmtp smtp = new ScriptedSmtp();

	private final int number = Fixtures.number();

	private final String organiser = "organiser-" + this.number + "@example.org";

	private final UUID member = UUID.randomUUID();

	private final UUID other = UUID.randomUUID();

	private @Nullable Sender organised;

	private Instant due = Instant.EPOCH;

	/** So far ahead that no salon of another test is near. */
	@BeforeEach
	void goToAnEvening() {
		ZonedDateTime evening = this.world.now().atZone(SHANGHAI).with(LocalTime.of(20, 0)).plusDays(40);
		this.due = evening.toInstant();
		this.clock.moveTo(this.due.minusSeconds(120));
	}

	@AfterEach
	void giveTheSenderBack() throws Exception {
		if (this.organised != null) {
			this.organised.stop();
		}
		this.smtp.close();
		this.sender.start();
	}

	@Test
	void comesOnceADayToEachHoweverManyInstancesPlanIt() throws Exception {
		announce(Duration.ofDays(1));
		String second = "second-" + this.number + "@example.org";
		Organised organised = new Organised(this.beans, "en", this.organiser + "," + second);
		send(organised, this.parts.server());
		List<Runnable> instances = Stream.generate(organised::planner).limit(4).toList();
		instances.forEach(Runnable::run);
		assertThat(rows(this.organiser)).as("not before its time").isEmpty();
		this.clock.moveTo(this.due);
		CompletableFuture
			.allOf(instances.stream()
				.map((planner) -> CompletableFuture.runAsync(planner, Thread.ofPlatform()::start))
				.toArray(CompletableFuture[]::new))
			.join();
		awaitState(this.organiser, LedgerState.SENT);
		awaitState(second, LedgerState.SENT);
		this.clock.moveTo(this.due.plus(Duration.ofHours(3)));
		organised.planner().run();
		instances.forEach(Runnable::run);
		assertThat(Stream.of(this.organiser, second).flatMap((address) -> rows(address).stream())).hasSize(2)
			.allSatisfy((row) -> {
				assertThat(row.kind()).isEqualTo(DeliveryKind.ORGANISER_DIGEST);
				assertThat(row.occurrence()).isEqualTo(this.due.atZone(SHANGHAI).toLocalDate().toString());
				assertThat(row.dueAt()).isEqualTo(this.due);
				assertThat(row.salon()).isNull();
			});
		assertThat(inbox(this.organiser)).hasSize(1);
		this.clock.moveTo(this.due.plus(Duration.ofDays(1)));
		instances.forEach(Runnable::run);
		Awaitility.await("the next day's").atMost(World.PATIENCE).until(() -> inbox(this.organiser).size() == 2);
		assertThat(published()).isZero();
	}

	@Test
	void saysWhoComesInEnglish() throws Exception {
		anEventfulDay();
		MimeMessage mail = receive("en");
		assertThat(mail.getSubject())
			.isEqualTo("Sign-ups of " + at(this.due, "EEEE, d MMMM", Locale.ENGLISH) + ": 3 new, 1 given back");
		String datetime = "EEEE, d MMMM yyyy, HH:mm";
		assertThat(ofThisSalon(part(mail, 0))).isEqualTo("""
				Since %s: 3 new, 1 given back.

				Salon %d: Non-IID 数据集
				%s–22:30
				China Standard Time, UTC+08:00
				Starts in 2 days

				Taken: 2 / 2 (2 new)
				In line: 1 (1 new)

				Who comes: (name not shown) (new), 李雷 (new)
				In line: 韩梅梅 (new)
				Gave the place back: Sam Poe

				Mails
				- Confirmation: 1 came back (李雷)

				Next reminders
				- %s, to 2
				- %s, to 2

				See it in the console: https://salon.example.org/operator/salons/%d

				--\s
				You get this mail because this address is set as that of an organiser (SALON_ORGANISER_MAIL). \
				It names people who signed up: please keep it to the organisers.
				""".formatted(at(this.due.minus(Duration.ofDays(1)), datetime, Locale.ENGLISH), this.number,
				at(start(), datetime, Locale.ENGLISH),
				at(start().minus(Duration.ofHours(24)), datetime, Locale.ENGLISH),
				at(start().minus(Duration.ofHours(1)), datetime, Locale.ENGLISH), this.number));
		assertThat(part(mail, 1)).contains("<html", "Salon " + this.number, "李雷", "韩梅梅", "2 / 2", "came back")
			.doesNotContain("<i>", "www.example.org");
		assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(mail.getHeader("List-Unsubscribe")).isNull();
		assertThat(mail.getMessageID())
			.isEqualTo("<" + rows(this.organiser).getFirst().id() + ".delivery@example.org>");
	}

	@Test
	void saysWhoComesInChinese() throws Exception {
		anEventfulDay();
		MimeMessage mail = receive("zh-CN");
		assertThat(mail.getSubject())
			.isEqualTo(at(this.due, "M月d日（E）", Locale.SIMPLIFIED_CHINESE) + "报名日报：新增 3 人，退出 1 人");
		String datetime = "yyyy年M月d日（E）HH:mm";
		Locale chinese = Locale.SIMPLIFIED_CHINESE;
		assertThat(ofThisSalon(part(mail, 0))).isEqualTo("""
				自%s以来：新增 3 人，退出 1 人。

				第%d期：Non-IID 数据集
				%s–22:30
				中国标准时间，UTC+08:00
				2天后开始

				已报名：2 / 2（新增 2）
				候补：1（新增 1）

				参加者：（姓名未显示）（新）、李雷（新）
				候补名单：韩梅梅（新）
				已退出：Sam Poe

				邮件
				- 报名确认：1 封被退回（李雷）

				接下来的提醒
				- %s，共 2 人
				- %s，共 2 人

				在管理后台查看：https://salon.example.org/operator/salons/%d

				--\s
				您收到这封邮件，是因为此地址被设为组织者邮箱（SALON_ORGANISER_MAIL）。邮件中有报名者姓名，请勿转发给组织者以外的人。
				""".formatted(at(this.due.minus(Duration.ofDays(1)), datetime, chinese), this.number,
				at(start(), datetime, chinese), at(start().minus(Duration.ofHours(24)), datetime, chinese),
				at(start().minus(Duration.ofHours(1)), datetime, chinese), this.number));
		assertThat(part(mail, 1)).contains("lang=\"zh-CN\"", "李雷", "韩梅梅", "接下来的提醒").doesNotContain("<i>", "??");
	}

	@Test
	void staysAwayWhileNothingIsNewAndNoSalonIsNear() {
		announce(Duration.ofDays(9));
		Organised organised = new Organised(this.beans, "en", this.organiser);
		send(organised, this.parts.server());
		this.clock.moveTo(this.due);
		organised.planner().run();
		awaitState(this.organiser, LedgerState.CANCELLED);
		assertThat(rows(this.organiser).getFirst().reason()).isEqualTo("there is nothing new, and no salon is near");
		register(this.member, "李雷", RegistrationStatus.REGISTERED, 1);
		this.clock.moveTo(this.due.plus(Duration.ofDays(1)));
		organised.planner().run();
		awaitState(this.organiser, LedgerState.SENT);
		assertThat(inbox(this.organiser)).hasSize(1);
	}

	@Test
	void doesNotComeStale() {
		announce(Duration.ofDays(1));
		Organised organised = new Organised(this.beans, "en", this.organiser);
		this.clock.moveTo(this.due);
		this.sender.stop();
		organised.planner().run();
		this.clock.moveTo(this.due.plus(Duration.ofHours(12)));
		organised.planner().run();
		send(organised, this.parts.server());
		awaitState(this.organiser, LedgerState.EXPIRED);
		assertThat(rows(this.organiser)).hasSize(1);
		assertThat(inbox(this.organiser)).isEmpty();
	}

	@Test
	void isNotPlannedForNobodyAndNotSentToWhoIsAnOrganiserNoMore() {
		announce(Duration.ofDays(1));
		this.clock.moveTo(this.due);
		long before = digests();
		new Organised(this.beans, "en", "").planner().run();
		assertThat(digests()).isEqualTo(before);
		this.sender.stop();
		new Organised(this.beans, "en", this.organiser).planner().run();
		send(new Organised(this.beans, "en", "another@example.org"), this.parts.server());
		awaitState(this.organiser, LedgerState.CANCELLED);
		assertThat(inbox(this.organiser)).isEmpty();
	}

	@Test
	void comesToASuppressedAddressOnceAnOperatorWantsIt() {
		announce(Duration.ofDays(1));
		this.beans.getBean(Suppressions.class).add(this.organiser, "a test");
		Organised organised = new Organised(this.beans, "en", this.organiser);
		send(organised, this.parts.server());
		this.clock.moveTo(this.due);
		organised.planner().run();
		awaitState(this.organiser, LedgerState.SUPPRESSED);
		this.beans.getBean(Retries.class).retry(rows(this.organiser).getFirst().id());
		awaitState(this.organiser, LedgerState.SENT);
	}

	@Test
	void namesNobodyWhoWasErasedBefore() throws Exception {
		anEventfulDay();
		erase(this.member);
		MimeMessage mail = receive("en");
		assertThat(part(mail, 0)).doesNotContain("李雷").contains("韩梅梅", "Taken: 1 / 2");
		assertThat(part(mail, 1)).doesNotContain("李雷");
	}

	@Test
	void isForgottenAndNotRepeatedOnceSomebodyIsErasedWhomItMayName() throws Exception {
		anEventfulDay();
		this.smtp.fault(this.organiser, new Fault(Moment.DOT, null, 1_000, 0));
		Organised organised = new Organised(this.beans, "zh-CN", this.organiser);
		JavaMailSenderImpl scripted = new JavaMailSenderImpl();
		scripted.setHost("127.0.0.1");
		scripted.setPort(this.smtp.port());
		send(organised, SmtpServers.of(scripted, this.parts.smtp()));
		this.clock.moveTo(this.due);
		organised.planner().run();
		Awaitility.await("handed over twice")
			.atMost(World.PATIENCE)
			.until(() -> this.smtp.seen(this.organiser).size() > 1);
		assertThat(this.smtp.seen(this.organiser))
			.allSatisfy((seen) -> assertThat(seen).isEqualTo(this.smtp.seen(this.organiser).getFirst()));
		erase(this.member);
		awaitState(this.organiser, LedgerState.CANCELLED);
		assertThat(this.world.jdbc()
			.sql("SELECT count(*) FROM delivery d JOIN delivery_message m ON m.delivery_id = d.id WHERE d.address = ?")
			.param(this.organiser)
			.query(Long.class)
			.single()).isZero();
	}

	/** Without what it says of the salons of other tests. */
	private String ofThisSalon(String text) {
		String other = "(Salon (?!%1$d:)[0-9]+: |第(?!%1$d期)[0-9]+期：)".formatted(this.number);
		return text.replaceAll("(?ms)^" + other + ".*?/operator/salons/[0-9]+\n\n", "");
	}

	/** One of two is in line, one gave the place back, one mail came back. */
	private void anEventfulDay() {
		announce(Duration.between(this.due, start()));
		register(this.member, "李雷", RegistrationStatus.REGISTERED, 1);
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		this.world.jdbc()
			.sql("UPDATE delivery SET state = 'BOUNCED' WHERE member_id = ? AND kind = 'CONFIRMATION'")
			.param(this.member)
			.update();
		UUID spammer = UUID.randomUUID();
		register(spammer, "<i>www.example.org</i>", RegistrationStatus.REGISTERED, 1);
		register(this.other, "韩梅梅", RegistrationStatus.WAITLISTED, 1);
		UUID gone = UUID.randomUUID();
		register(gone, "Sam Poe", RegistrationStatus.REGISTERED, 1);
		handled(new RegistrationCancelled(named(gone, "Sam Poe", RegistrationStatus.CANCELLED)), 2);
		this.world.awaitLedger(spammer, "CONFIRMATION SENT");
		this.world.awaitLedger(this.other, "WAITLISTED SENT");
		this.world.awaitLedger(gone, "WITHDRAWN SENT");
	}

	private MimeMessage receive(String language) {
		Organised organised = new Organised(this.beans, language, this.organiser);
		send(organised, this.parts.server());
		this.clock.moveTo(this.due);
		organised.planner().run();
		return LocalStack.shared().mail().awaitMessage(this.organiser, World.PATIENCE);
	}

	/** In the place of the sender, who has no organisers. */
	private void send(Organised organised, SmtpServer server) {
		this.sender.stop();
		Drafting drafting = new Drafting(this.parts.ledger(), this.beans.getBean(Letters.class), organised.digests(),
				this.beans.getBean(WrittenMessages.class), this.beans.getBean(Dkim.class), this.clock);
		Sender.SenderParts organisers = new Sender.SenderParts(this.parts.ledger(), this.parts.sending(), drafting,
				this.parts.mailbag(), server, this.parts.returnPaths(), this.parts.smtp(), this.parts.traces(),
				this.parts.metrics(), this.clock);
		this.organised = new Sender(organisers, this.parts.ledger(), this.beans.getBean(DueSignal.class),
				this.properties, this.clock);
		this.organised.start();
	}

	private void announce(Duration before) {
		handled(new SalonAnnounced(Fixtures.seating(Fixtures.salon(this.number, this.due.plus(before)), 2)), 1);
	}

	private Instant start() {
		return this.due.plus(Duration.ofDays(2)).plus(Duration.ofMinutes(30));
	}

	private void register(UUID person, String name, RegistrationStatus status, long version) {
		handled(new MemberRegistered(named(person, name, status)), version);
	}

	private RegistrationState named(UUID person, String name, RegistrationStatus status) {
		return Fixtures.named(Fixtures.registration(this.number, person, status, this.world.now()), name, "en");
	}

	private void erase(UUID person) {
		handled(new MemberErased(person), 9);
	}

	private void handled(DomainEvent event, long version) {
		this.world.tell(event, version);
		this.world.awaitHandled(event, version);
	}

	private void awaitState(String address, LedgerState state) {
		Awaitility.await(address + " " + state)
			.atMost(World.PATIENCE)
			.untilAsserted(() -> assertThat(rows(address)).extracting(DeliveryView::state).contains(state));
	}

	/** As {@code GET /api/deliveries} has them. */
	private List<DeliveryView> rows(String address) {
		return this.deliveries.page(new DeliveryFilter(null, address, null), 0, 10);
	}

	private List<?> inbox(String address) {
		return LocalStack.shared().mail().received(address);
	}

	private long digests() {
		return this.world.jdbc()
			.sql("SELECT count(*) FROM delivery WHERE kind = 'ORGANISER_DIGEST'")
			.query(Long.class)
			.single();
	}

	/** Outcomes of digests that the other services were told of. */
	private long published() {
		return this.world.jdbc().sql("""
				SELECT count(*) FROM messaging.outbox o JOIN delivery d ON o.record_key = CAST(d.member_id AS text)
				WHERE d.kind = 'ORGANISER_DIGEST'
				""").query(Long.class).single();
	}

	private static String at(Instant moment, String pattern, Locale locale) {
		return DateTimeFormatter.ofPattern(pattern, locale).format(moment.atZone(SHANGHAI));
	}

	private static String part(MimeMessage mail, int index) throws Exception {
		return ((MimeMultipart) mail.getContent()).getBodyPart(index).getContent().toString().replace("\r\n", "\n");
	}

}
