package org.salon.registration.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.salon.events.registration.RegistrationStatus;

/** Finds members across salons, the newest first. */
@Repository
class MemberList {

	// A page is found first, by an index alone; what is counted is counted for it only.
	private static final String SELECT = """
			select found.*, places, came, missed from (
				select id, name, email, locale, announcements, created_at from member m
				where erased_at is null%s order by created_at desc, id desc limit :limit) found
			cross join lateral (select count(*) filter (where r.status <> 'CANCELLED') as places,
					count(r.attended_at) as came,
					count(*) filter (where r.status = 'REGISTERED' and r.attended_at is null and s.ends_at <= :now) as missed
				from registration r join salon s on s.number = r.salon_number where r.member_id = found.id) counted
			order by created_at desc, id desc""";

	private final JdbcClient jdbc;

	private final Clock clock;

	MemberList(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * So many of them, after that row.
	 * @param text a part of the name or the address
	 */
	MemberLine.Page page(String text, @Nullable String after, int size) {
		Map<String, Object> params = new HashMap<>(Map.of("limit", size + 1));
		String conditions = "";
		if (!text.isBlank()) {
			conditions += " and search like lower(:text)";
			params.put("text", PeopleFilter.of(Map.of("q", text)).pattern());
		}
		Cursor cursor = Cursor.readMoment(after);
		if (cursor != null) {
			conditions += " and (created_at, id) < (:key, :id)";
			params.put("key", Instant.parse(cursor.key()).atOffset(ZoneOffset.UTC));
			params.put("id", cursor.id());
		}
		List<MemberLine> found = lines(conditions, params);
		List<MemberLine> shown = found.subList(0, Math.min(size, found.size()));
		return new MemberLine.Page(shown, (found.size() > size) ? cursor(shown.getLast()).text() : null);
	}

	Optional<MemberLine> find(UUID id) {
		return lines(" and id = :id", Map.of("id", id, "limit", 1)).stream().findFirst();
	}

	/** Who has that address. */
	Optional<UUID> withAddress(String email) {
		return this.jdbc.sql("select id from member where email_key = ?")
			.param(email.strip().toLowerCase(Locale.ROOT))
			.query(UUID.class)
			.optional();
	}

	/** Others who are called the same: perhaps the same person. */
	List<MemberLine> namesakes(MemberLine member, int most) {
		if (member.name().isEmpty()) {
			return List.of();
		}
		String name = PeopleFilter.of(Map.of("q", member.name())).pattern().substring(1).replaceFirst("%$", "\n%");
		return lines(" and search like lower(:name) and id <> :id",
				Map.of("name", name, "id", member.id(), "limit", most));
	}

	/** All places of one member, those of the newest salons first. */
	List<Place> places(UUID memberId) {
		return this.jdbc
			.sql("""
					select r.id, r.salon_number, s.details ->> 'title' as title, s.date, r.status, r.attended_at is not null as came,
						s.ends_at <= :now as over
					from registration r join salon s on s.number = r.salon_number
					where r.member_id = :member order by s.date desc, r.salon_number desc""")
			.param("member", memberId)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.query((row, number) -> new Place(row.getObject("id", UUID.class), row.getInt("salon_number"),
					row.getString("title"), row.getObject("date", LocalDate.class),
					RegistrationStatus.valueOf(row.getString("status")), row.getBoolean("came"),
					row.getBoolean("over")))
			.list();
	}

	private List<MemberLine> lines(String conditions, Map<String, Object> params) {
		return this.jdbc.sql(SELECT.formatted(conditions))
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.params(params)
			.query((row, number) -> line(row))
			.list();
	}

	private static Cursor cursor(MemberLine last) {
		return new Cursor(last.since().toString(), last.id());
	}

	private static MemberLine line(ResultSet row) throws SQLException {
		return new MemberLine(row.getObject("id", UUID.class), row.getString("name"), row.getString("email"),
				row.getString("locale"), row.getBoolean("announcements"), row.getTimestamp("created_at").toInstant(),
				row.getInt("places"), row.getInt("came"), row.getInt("missed"));
	}

	/** A place of one member. */
	public record Place(UUID id, int salonNumber, String title, LocalDate date, RegistrationStatus status, boolean came,
			boolean over) {

		/** Whether there was a seat for them, and they did not come. */
		public boolean missed() {
			return this.status == RegistrationStatus.REGISTERED && !this.came && this.over;
		}

	}

}
