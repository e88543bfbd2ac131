package org.salon.registration.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import org.salon.registration.input.Checks;
import org.salon.registration.input.Paging;
import org.salon.registration.input.Refused;

/** What the operator sees of the links' checks, and can have done. */
@Service
public class LinkDesk {

	private static final String LIST = """
			select address.*, array(select salon_number from link_use where address_id = id order by salon_number)
				as salons
			from link_address as address where (:state::text is null or state = :state)
			order by array_position(array['DEAD', 'SUSPECT', 'UNKNOWN', 'ALIVE'], state), first_failure_at, id
			limit :size offset :offset""";

	private final JdbcClient jdbc;

	private final LinkProperties properties;

	private final Clock clock;

	LinkDesk(JdbcClient jdbc, LinkProperties properties, Clock clock) {
		this.jdbc = jdbc;
		this.properties = properties;
		this.clock = clock;
	}

	/** Whether links are checked at all. */
	public boolean isOn() {
		return this.properties.check();
	}

	/**
	 * A page of the addresses: the dead first, then those in doubt.
	 * @param state by name, or nothing for all
	 * @throws org.salon.registration.input.InvalidFields if there is no such state, or
	 * can be no such page
	 */
	public CheckedLink.Page page(@Nullable String state, int page, int size) {
		String only = (state == null || state.isBlank()) ? null : state(state).name();
		Paging paging = Paging.of(page, size);
		List<CheckedLink> items = this.jdbc.sql(LIST)
			.param("state", only)
			.param("size", paging.size())
			.param("offset", paging.offset())
			.query((row, index) -> CheckedLink.of(row.getLong("id"), row.getString("url"), Links.history(row),
					salons(row)))
			.list();
		Map<LinkState, Long> counts = counts();
		long total = (only != null) ? counts.getOrDefault(LinkState.valueOf(only), 0L)
				: counts.values().stream().mapToLong(Long::longValue).sum();
		return new CheckedLink.Page(items, paging.page(), paging.size(), total);
	}

	/** How many addresses there are of each state. */
	public Map<LinkState, Long> counts() {
		Map<LinkState, Long> counts = new EnumMap<>(LinkState.class);
		Arrays.stream(LinkState.values()).forEach((state) -> counts.put(state, 0L));
		this.jdbc.sql("select state, count(*) as number from link_address group by state").query((row) -> {
			counts.put(LinkState.valueOf(row.getString("state")), row.getLong("number"));
		});
		return counts;
	}

	/**
	 * Has a link checked before all that are due later. A check that is under way goes
	 * on, and a host that wants to be left alone is.
	 * @throws Refused if there is no such link, or links are not checked
	 */
	public void checkNow(long id) {
		refuseIfOff();
		int found = this.jdbc.sql("""
				update link_address set next_check_at = case when lease is null
					then least(next_check_at, ?) else next_check_at end where id = ?""").params(now(), id).update();
		if (found == 0) {
			throw new Refused(Refused.Reason.NOT_FOUND, "refused.links.unknown");
		}
	}

	/**
	 * The same for all links.
	 * @throws Refused if links are not checked
	 */
	public void checkAllNow() {
		refuseIfOff();
		this.jdbc.sql("update link_address set next_check_at = least(next_check_at, ?) where lease is null")
			.param(now())
			.update();
	}

	private void refuseIfOff() {
		if (!isOn()) {
			throw new Refused(Refused.Reason.CONFLICT, "refused.links.off");
		}
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static LinkState state(String name) {
		Checks checks = new Checks();
		boolean known = Arrays.stream(LinkState.values()).anyMatch((state) -> state.name().equals(name));
		if (!known) {
			checks.reject("state", "field.linkState", "UNKNOWN, ALIVE, SUSPECT, DEAD");
		}
		checks.done();
		return LinkState.valueOf(name);
	}

	private static List<Integer> salons(ResultSet row) throws SQLException {
		return List.of((Integer[]) row.getArray("salons").getArray());
	}

}
