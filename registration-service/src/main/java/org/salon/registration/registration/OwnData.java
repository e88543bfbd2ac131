package org.salon.registration.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.salon.events.member.Preferences;
import org.salon.events.registration.RegistrationStatus;
import org.salon.registration.delivery.DeliveryOutcomes;
import org.salon.registration.delivery.Mail;
import org.salon.registration.member.Consents;
import org.salon.registration.member.MailLinks;
import org.salon.registration.member.Member;
import org.salon.registration.member.Members;

/** Everything that this service has stored about one person. */
@Repository
class OwnData {

	private final JdbcClient jdbc;

	private final Members members;

	private final Registrations registrations;

	private final CalendarAnswers answers;

	private final DeliveryOutcomes outcomes;

	private final Consents consents;

	OwnData(JdbcClient jdbc, Members members, Registrations registrations, CalendarAnswers answers,
			DeliveryOutcomes outcomes, Consents consents) {
		this.jdbc = jdbc;
		this.members = members;
		this.registrations = registrations;
		this.answers = answers;
		this.outcomes = outcomes;
		this.consents = consents;
	}

	Person of(UUID memberId) {
		Member member = this.members.find(memberId).orElseThrow(MailLinks::unknown);
		String zone = (member.zone() != null) ? member.zone().getId() : null;
		Instant since = this.jdbc.sql("select created_at from member where id = ?")
			.param(memberId)
			.query((row, number) -> row.getTimestamp(1).toInstant())
			.single();
		List<Place> places = this.registrations.ofMember(memberId).stream().map(this::place).toList();
		return new Person(new About(member.id(), member.name(), member.email(), member.locale(), zone,
				member.preferences(), since, this.consents.of(memberId).orElse(null)), places,
				this.outcomes.to(memberId));
	}

	private Place place(Registration registration) {
		String title = this.jdbc.sql("select details ->> 'title' from salon where number = ?")
			.param(registration.salonNumber())
			.query(String.class)
			.single();
		Feedback feedback = this.jdbc
			.sql("select stars, liked, better, given_at from feedback where registration_id = ?")
			.param(registration.id())
			.query((row, number) -> feedback(row))
			.optional()
			.orElse(null);
		String noted = this.jdbc.sql("select text from place_note where registration_id = ?")
			.param(registration.id())
			.query(String.class)
			.optional()
			.orElse(null);
		Remarks remarks = registration.remarks();
		return new Place(registration.id(), registration.salonNumber(), title, registration.status(),
				registration.name(), remarks.affiliation(), remarks.note(), remarks.answers(),
				registration.registeredAt(), registration.confirmedAt(), registration.confirmBy(),
				registration.attendedAt(), feedback, this.answers.of(registration.id()).orElse(null), noted);
	}

	private static Feedback feedback(ResultSet row) throws SQLException {
		return new Feedback(row.getInt("stars"), row.getString("liked"), row.getString("better"),
				row.getTimestamp("given_at").toInstant());
	}

	/** The whole of it. */
	record Person(About member, List<Place> registrations, List<Mail> deliveries) {
	}

	/**
	 * Who they are.
	 *
	 * @param consent by what they were subscribed, if an operator did it
	 */
	record About(UUID id, String name, String email, String locale, @Nullable String zone, Preferences preferences,
			Instant since, Consents.@Nullable Consent consent) {
	}

	/**
	 * A place, held or given back.
	 *
	 * @param noted what operators noted of them
	 */
	record Place(UUID id, int salonNumber, String salonTitle, RegistrationStatus status, String name,
			@Nullable String affiliation, @Nullable String note, Map<String, List<String>> answers,
			Instant registeredAt, Instant mailAskedAt, @Nullable Instant confirmBy, @Nullable Instant attendedAt,
			@Nullable Feedback feedback, CalendarAnswers.@Nullable Answer calendarAnswer, @Nullable String noted) {
	}

	/** What they said of the salon. */
	record Feedback(int stars, @Nullable String liked, @Nullable String better, Instant givenAt) {
	}

}
