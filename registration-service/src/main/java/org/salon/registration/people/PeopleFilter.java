package org.salon.registration.people;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.salon.events.registration.RegistrationStatus;

/**
 * Which people of a salon are looked for, as the form says it; what cannot be is as if it
 * had not been said.
 *
 * @param text a part of the name, the address or the affiliation
 * @param status empty for any
 * @param came empty for any, else whether they came
 * @param language empty for any, else a language that there is
 * @param trouble whether only those whom some mail did not reach
 * @param sort by time of signing up, or by name
 */
public record PeopleFilter(String text, @Nullable RegistrationStatus status, @Nullable Boolean came, String language,
		boolean trouble, Sort sort) {

	private static final int LONGEST = 200;

	/** Everybody, in the order in which they signed up. */
	public static final PeopleFilter ALL = new PeopleFilter("", null, null, "", false, Sort.TIME);

	static PeopleFilter of(Map<String, String> query) {
		String typed = query.getOrDefault("q", "").replace("\0", "").strip();
		String came = query.getOrDefault("came", "");
		String language = query.getOrDefault("language", "");
		return new PeopleFilter(typed.substring(0, Math.min(typed.length(), LONGEST)), status(query.get("status")),
				came.equals("yes") ? Boolean.TRUE : came.equals("no") ? Boolean.FALSE : null,
				language.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}") ? language : "",
				query.getOrDefault("trouble", "").equals("yes"),
				query.getOrDefault("sort", "").equals("name") ? Sort.NAME : Sort.TIME);
	}

	/** Who holds a seat, by name. */
	static PeopleFilter atTheDoor(String typed, String came) {
		return of(Map.of("q", typed, "came", came, "status", RegistrationStatus.REGISTERED.name(), "sort", "name"));
	}

	/** What makes the same filter again, without what is as it is anyway. */
	public Map<String, String> query() {
		Map<String, String> query = new LinkedHashMap<>();
		put(query, "q", this.text);
		put(query, "status", (this.status != null) ? this.status.name() : "");
		put(query, "came", cameText());
		put(query, "language", this.language);
		put(query, "trouble", this.trouble ? "yes" : "");
		put(query, "sort", (this.sort == Sort.NAME) ? "name" : "");
		return query;
	}

	/** As the form says it. */
	public String cameText() {
		return (this.came == null) ? "" : this.came ? "yes" : "no";
	}

	/** For {@code like}, with its signs as themselves. */
	String pattern() {
		return "%" + this.text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
	}

	private static void put(Map<String, String> query, String name, String value) {
		if (!value.isEmpty()) {
			query.put(name, value);
		}
	}

	private static @Nullable RegistrationStatus status(@Nullable String name) {
		return Arrays.stream(RegistrationStatus.values())
			.filter((status) -> name != null && status.name().equals(name.toUpperCase(Locale.ROOT)))
			.findFirst()
			.orElse(null);
	}

	/** Orders that there are. */
	public enum Sort {

		/** Who signed up first. */
		TIME,
		/** By name. */
		NAME

	}

}
