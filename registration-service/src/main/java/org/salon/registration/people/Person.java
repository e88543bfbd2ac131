package org.salon.registration.people;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.salon.registration.registration.Attendee;

/**
 * Somebody at a salon, as operators see them.
 *
 * @param language of pages and mails, a BCP 47 tag
 * @param remark what operators noted of them
 */
public record Person(Attendee attendee, String language, @Nullable String remark) {

	/**
	 * A page of people.
	 *
	 * @param next where the next page goes on; nothing on the last one
	 */
	public record Page(List<Person> people, @Nullable String next) {
	}

}
