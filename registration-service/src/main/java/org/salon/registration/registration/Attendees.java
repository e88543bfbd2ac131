package org.salon.registration.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.salon.events.invitation.InvitationAnswer;
import org.salon.events.registration.RegistrationStatus;
import org.salon.registration.delivery.DeliveryOutcomes;
import org.salon.registration.delivery.Outcome;
import org.salon.registration.input.Paging;
import org.salon.registration.input.Refused;
import org.salon.registration.salon.Salons;

/** Who comes to a salon. */
@Component
public class Attendees {

	static final int LARGEST_PAGE = 500;

	private static final String SELECT = """
			select r.id, r.member_id, r.name, m.email, r.affiliation, r.status, r.registered_at, r.note, r.answers,
				r.attended_at, a.answer as calendar_answer,
				case when r.status = 'WAITLISTED'
					then row_number() over (partition by r.status order by r.line) end as position
			from registration r join member m on m.id = r.member_id join salon s on s.number = r.salon_number
				left join invitation_answer a on a.registration_id = r.id
					and a.sequence = r.calendar_revision + s.calendar_revision
			where r.salon_number = :salon
			order by r.registered_at, r.id""";

	private final JdbcClient jdbc;

	private final Salons salons;

	private final DeliveryOutcomes outcomes;

	Attendees(JdbcClient jdbc, Salons salons, DeliveryOutcomes outcomes) {
		this.jdbc = jdbc;
		this.salons = salons;
		this.outcomes = outcomes;
	}

	/**
	 * One page, counted from 0.
	 * @throws Refused if there is no such salon
	 */
	@Transactional(readOnly = true)
	public Attendee.Page page(int salonNumber, int page, int size) {
		Paging paging = Paging.of(page, size);
		checkSalon(salonNumber);
		long total = this.jdbc.sql("select count(*) from registration where salon_number = ?")
			.param(salonNumber)
			.query(Long.class)
			.single();
		List<Attendee> found = this.jdbc.sql(SELECT + " limit :size offset :offset")
			.param("salon", salonNumber)
			.param("size", size)
			.param("offset", paging.offset())
			.query((row, index) -> attendee(row))
			.list();
		Map<UUID, List<Outcome>> mails = this.outcomes.of(salonNumber, found.stream().map(Attendee::memberId).toList());
		return new Attendee.Page(found.stream()
			.map((attendee) -> attendee.with(mails.getOrDefault(attendee.memberId(), List.of())))
			.toList(), page, size, total);
	}

	/** All, one after the other, so that any number fits. */
	@Transactional(readOnly = true)
	public void forEach(int salonNumber, Consumer<Attendee> consumer) {
		checkSalon(salonNumber);
		this.jdbc.sql(SELECT)
			.param("salon", salonNumber)
			.withFetchSize(500)
			.query((RowCallbackHandler) (row) -> consumer.accept(attendee(row)));
	}

	private void checkSalon(int salonNumber) {
		if (this.salons.find(salonNumber).isEmpty()) {
			throw Refused.noSuchSalon(salonNumber);
		}
	}

	/** A line, out of a row with the columns of this list. */
	public static Attendee attendee(ResultSet row) throws SQLException {
		int position = row.getInt("position");
		String answer = row.getString("calendar_answer");
		return new Attendee(row.getObject("id", UUID.class), row.getObject("member_id", UUID.class),
				row.getString("name"), row.getString("email"), row.getString("affiliation"),
				RegistrationStatus.valueOf(row.getString("status")), (position > 0) ? position : null,
				row.getTimestamp("registered_at").toInstant(), row.getString("note"), Registrations.answers(row),
				List.of(), Registrations.instant(row, "attended_at"),
				(answer != null) ? InvitationAnswer.valueOf(answer) : null);
	}

}
