package org.salon.registration.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import org.salon.events.registration.RegistrationStatus;
import org.salon.registration.delivery.DeliveryOutcomes;
import org.salon.registration.delivery.Outcome;
import org.salon.registration.people.PeopleFilter.Sort;
import org.salon.registration.registration.Attendee;
import org.salon.registration.registration.Attendees;

/** Finds people of one salon. A page costs the same wherever in the list it is. */
@Repository
class People {

	/** What one person costs in memory while a table is written. */
	private static final int AT_A_TIME = 500;

	private static final RowMapper<Person> PERSON = (row, number) -> person(row);

	// A page is found by the places alone; the rest is looked up for those on it only.
	private static final String SELECT = """
			select r.id, r.member_id, r.name, m.email, m.locale, r.affiliation, r.status, r.registered_at, r.note,
				r.answers, r.attended_at, a.answer as calendar_answer, 0 as position, n.text as remark
			from (select * from registration r where r.salon_number = :salon%s) r
				join member m on m.id = r.member_id join salon s on s.number = r.salon_number
				left join invitation_answer a on a.registration_id = r.id
					and a.sequence = r.calendar_revision + s.calendar_revision
				left join place_note n on n.registration_id = r.id""";

	private final JdbcClient jdbc;

	private final DeliveryOutcomes outcomes;

	People(JdbcClient jdbc, DeliveryOutcomes outcomes) {
		this.jdbc = jdbc;
		this.outcomes = outcomes;
	}

	/** So many of them, after that row. */
	@Transactional(readOnly = true)
	public Person.Page page(int salonNumber, PeopleFilter filter, @Nullable String after, int size) {
		Map<String, Object> params = new HashMap<>();
		String order = order(filter.sort());
		String sql = SELECT.formatted(
				conditions(filter, params) + following(filter.sort(), after, params) + order + " limit :limit") + order;
		List<Person> found = this.jdbc.sql(sql)
			.param("salon", salonNumber)
			.param("limit", size + 1)
			.params(params)
			.query(PERSON)
			.list();
		List<Person> shown = found.subList(0, Math.min(size, found.size()));
		return new Person.Page(told(salonNumber, shown),
				(found.size() > size) ? cursor(filter.sort(), shown.getLast()).text() : null);
	}

	/** All of them, one after the other, so that any number fits. */
	@Transactional(readOnly = true)
	public void forEach(int salonNumber, PeopleFilter filter, Consumer<Person> consumer) {
		Map<String, Object> params = new HashMap<>();
		String sql = SELECT.formatted(conditions(filter, params)) + order(filter.sort());
		try (Stream<Person> people = this.jdbc.sql(sql)
			.withFetchSize(AT_A_TIME)
			.param("salon", salonNumber)
			.params(params)
			.query(PERSON)
			.stream()) {
			people.gather(Gatherers.windowFixed(AT_A_TIME))
				.forEach((some) -> told(salonNumber, some).forEach(consumer));
		}
	}

	Optional<Person> find(int salonNumber, UUID registrationId) {
		return this.jdbc.sql(SELECT.formatted(" and r.id = :id"))
			.param("salon", salonNumber)
			.param("id", registrationId)
			.query(PERSON)
			.optional()
			.map((person) -> told(salonNumber, List.of(person)).getFirst());
	}

	/** How many there are of each status. */
	Map<RegistrationStatus, Integer> counts(int salonNumber) {
		Map<RegistrationStatus, Integer> counts = new HashMap<>();
		this.jdbc.sql("select status, count(*) from registration where salon_number = ? group by status")
			.param(salonNumber)
			.query((row) -> {
				counts.put(RegistrationStatus.valueOf(row.getString(1)), row.getInt(2));
			});
		return counts;
	}

	private List<Person> told(int salonNumber, List<Person> people) {
		Map<UUID, List<Outcome>> mails = this.outcomes.of(salonNumber,
				people.stream().map((person) -> person.attendee().memberId()).toList());
		Map<UUID, Integer> positions = positions(salonNumber,
				people.stream()
					.map(Person::attendee)
					.filter((attendee) -> attendee.status() == RegistrationStatus.WAITLISTED)
					.map(Attendee::id)
					.toList());
		return people.stream()
			.map((person) -> new Person(
					person.attendee()
						.at(positions.get(person.attendee().id()))
						.with(mails.getOrDefault(person.attendee().memberId(), List.of())),
					person.language(), person.remark()))
			.toList();
	}

	/** Counted once for all: each by itself would be counted from the first in line. */
	private Map<UUID, Integer> positions(int salonNumber, Collection<UUID> waiting) {
		Map<UUID, Integer> positions = new HashMap<>();
		if (!waiting.isEmpty()) {
			this.jdbc.sql("""
					select id, position from (select id, row_number() over (order by line) as position from registration
						where salon_number = :salon and status = 'WAITLISTED') line where id in (:waiting)""")
				.param("salon", salonNumber)
				.param("waiting", waiting)
				.query((row) -> {
					positions.put(row.getObject("id", UUID.class), row.getInt("position"));
				});
		}
		return positions;
	}

	private static String conditions(PeopleFilter filter, Map<String, Object> params) {
		List<String> conditions = new ArrayList<>();
		if (!filter.text().isEmpty()) {
			conditions.add("r.search like lower(:text)");
			params.put("text", filter.pattern());
		}
		RegistrationStatus status = filter.status();
		if (status != null) {
			conditions.add("r.status = :status");
			params.put("status", status.name());
		}
		if (filter.came() != null) {
			conditions
				.add(filter.came() ? "r.attended_at is not null" : "r.attended_at is null and r.status = 'REGISTERED'");
		}
		if (!filter.language().isEmpty()) {
			conditions.add("exists (select 1 from member m where m.id = r.member_id and m.locale = :language)");
			params.put("language", filter.language());
		}
		if (filter.trouble()) {
			conditions.add("r.member_id in (select member_id from delivery_outcome where salon_number = :salon "
					+ "and outcome in ('FAILED', 'BOUNCED', 'EXPIRED'))");
		}
		return String.join("", conditions.stream().map((condition) -> " and " + condition).toList());
	}

	private static String following(Sort sort, @Nullable String after, Map<String, Object> params) {
		Cursor cursor = (sort == Sort.TIME) ? Cursor.readMoment(after) : Cursor.read(after);
		if (cursor == null) {
			return "";
		}
		params.put("id", cursor.id());
		params.put("key", (sort == Sort.TIME) ? Instant.parse(cursor.key()).atOffset(ZoneOffset.UTC) : cursor.key());
		return (sort == Sort.TIME) ? " and (r.registered_at, r.id) > (:key, :id)" : " and (r.name, r.id) > (:key, :id)";
	}

	private static String order(Sort sort) {
		return (sort == Sort.TIME) ? " order by r.registered_at, r.id" : " order by r.name, r.id";
	}

	private static Cursor cursor(Sort sort, Person last) {
		return new Cursor((sort == Sort.TIME) ? last.attendee().registeredAt().toString() : last.attendee().name(),
				last.attendee().id());
	}

	private static Person person(ResultSet row) throws SQLException {
		return new Person(Attendees.attendee(row), row.getString("locale"), row.getString("remark"));
	}

}
