package org.salon.notification.digest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/**
 * Someone who gets the digest. An organiser is no member: all that is known of them is
 * the address, in the operator's setting.
 *
 * @param id made from the address, so that it is the same in every instance and after
 * each start
 */
record Organiser(UUID id, String address) {

	private static final String SETTING = "salon.organiser-mail (SALON_ORGANISER_MAIL)";

	/** Those of addresses with commas between; nobody, if there are none. */
	static List<Organiser> parse(String addresses) {
		// An address is a header, and a line break in it the begin of another.
		if (addresses.chars().anyMatch(Character::isISOControl)) {
			throw new IllegalArgumentException(SETTING + " has a line break or another control character in it");
		}
		Map<UUID, Organiser> organisers = new LinkedHashMap<>();
		Arrays.stream(addresses.split(","))
			.map(String::strip)
			.filter((address) -> !address.isEmpty())
			.map(Organiser::of)
			.forEach((organiser) -> organisers.putIfAbsent(organiser.id(), organiser));
		return new ArrayList<>(organisers.values());
	}

	private static Organiser of(String address) {
		try {
			InternetAddress checked = new InternetAddress(address, true);
			checked.validate();
			if (checked.getAddress().equals(address) && address.chars().allMatch((character) -> character < 127)) {
				String name = "organiser|" + address.toLowerCase(Locale.ROOT);
				return new Organiser(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), address);
			}
		}
		catch (AddressException ex) {
			throw new IllegalArgumentException(problem(address), ex);
		}
		throw new IllegalArgumentException(problem(address));
	}

	private static String problem(String address) {
		return SETTING + " takes addresses such as organiser@example.org, with commas between, and no names: "
				+ address;
	}

}
