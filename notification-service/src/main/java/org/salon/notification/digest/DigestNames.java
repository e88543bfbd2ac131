package org.salon.notification.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.salon.notification.digest.Digest.OfSalon;
import org.salon.notification.digest.Digest.Person;
import org.salon.notification.digest.Digest.Trouble;
import org.salon.notification.digest.DigestView.Name;
import org.salon.notification.digest.DigestView.Names;
import org.salon.notification.mail.PlainText;
import org.salon.notification.mail.Wording;
import org.salon.notification.registration.Standing;

/**
 * Says who people are. What is no plausible name, such as one with an address in it, is
 * not said: a mail program would make a link of it.
 */
final class DigestNames {

	private final Wording wording;

	private final Locale locale;

	DigestNames(Wording wording, Locale locale) {
		this.wording = wording;
		this.locale = locale;
	}

	/** Who comes, who waits, and who gave a place back. */
	List<Names> of(OfSalon told, Instant now) {
		List<Names> names = new ArrayList<>();
		add(names, told.salon().startsAt().isAfter(now) ? "comes" : "had", told.people(Standing.REGISTERED),
				told.count(Standing.REGISTERED).places());
		add(names, "waits", told.people(Standing.WAITLISTED), told.count(Standing.WAITLISTED).places());
		add(names, "gone", told.people(Standing.CANCELLED), told.count(Standing.CANCELLED).fresh());
		return names;
	}

	/** Such as: Reminder: 2 came back (李雷, 韩梅梅). */
	String trouble(Trouble trouble) {
		String kind = say("digest.kind." + trouble.kind().name().toLowerCase(Locale.ROOT));
		String what = say("digest.trouble." + trouble.what().name().toLowerCase(Locale.ROOT), kind,
				Long.toString(trouble.mails()));
		String people = trouble.people().stream().map(this::name).collect(Collectors.joining(say("digest.comma")));
		long more = trouble.mails() - trouble.people().size();
		return say("digest.trouble", what,
				(more > 0) ? people + say("digest.comma") + say("digest.more", Long.toString(more)) : people);
	}

	private void add(List<Names> names, String label, List<Person> people, long all) {
		if (people.isEmpty()) {
			return;
		}
		long more = all - people.size();
		names.add(new Names(say("digest.names." + label),
				people.stream()
					.map((person) -> new Name(name(person),
							(person.fresh() && !label.equals("gone")) ? say("digest.new") : null))
					.toList(),
				(more > 0) ? say("digest.more", Long.toString(more)) : null));
	}

	private String name(Person person) {
		return PlainText.name(person.name()).orElseGet(() -> say("digest.unnamed"));
	}

	private String say(String key, Object... arguments) {
		return this.wording.say(this.locale, key, arguments);
	}

}
