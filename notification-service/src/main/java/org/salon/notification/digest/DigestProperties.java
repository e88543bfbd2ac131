package org.salon.notification.digest;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who gets the digest, and when. What cannot be meant stops the start.
 *
 * @param organiserMail addresses, with commas between; empty if nobody gets it;
 * {@code SALON_ORGANISER_MAIL}
 * @param digestAt the time of day, such as {@code 20:00}; {@code SALON_DIGEST_AT}
 * @param digestZone the zone whose clocks show it; {@code SALON_DIGEST_ZONE}
 */
@ConfigurationProperties("salon")
record DigestProperties(@DefaultValue("") String organiserMail, @DefaultValue("20:00") String digestAt,
		@DefaultValue("Asia/Shanghai") String digestZone) {

	DigestProperties {
		Organiser.parse(organiserMail);
		parseTime(digestAt);
		parseZone(digestZone);
	}

	List<Organiser> organisers() {
		return Organiser.parse(this.organiserMail);
	}

	LocalTime at() {
		return parseTime(this.digestAt);
	}

	ZoneId zone() {
		return parseZone(this.digestZone);
	}

	private static LocalTime parseTime(String text) {
		try {
			return LocalTime.parse(text.strip());
		}
		catch (DateTimeParseException ex) {
			throw new IllegalArgumentException(
					"salon.digest-at (SALON_DIGEST_AT) is no time of day such as 20:00: " + text, ex);
		}
	}

	private static ZoneId parseZone(String text) {
		try {
			return ZoneId.of(text.strip());
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException(
					"salon.digest-zone (SALON_DIGEST_ZONE) is no time zone such as Asia/Shanghai: " + text, ex);
		}
	}

}
