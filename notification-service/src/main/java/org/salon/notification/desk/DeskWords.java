package org.salon.notification.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.salon.notification.salon.Salon;
import org.salon.notification.salon.Salons;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in the operator's language what templates cannot say by themselves. */
@Component("say")
public class DeskWords {

	private final MessageSource messages;

	private final Salons salons;

	DeskWords(MessageSource messages, Salons salons) {
		this.messages = messages;
		this.salons = salons;
	}

	/** The message of that code. */
	public String of(String code, Object... arguments) {
		return this.messages.getMessage(code, arguments, LocaleContextHolder.getLocale());
	}

	/**
	 * Why something is so. The ledger has its reasons in English, and the answers of mail
	 * servers as they came: what is known is translated, all else stands as it is.
	 */
	public @Nullable String reason(@Nullable String reason) {
		if (reason == null) {
			return null;
		}
		String code = "reason." + reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
		return this.messages.getMessage(code, null, reason, LocaleContextHolder.getLocale());
	}

	/** Such as {@code Sun, 7 Jun 2026, 19:30}. */
	public String moment(Instant moment, ZoneId zone) {
		return formatted("time.moment", moment, zone);
	}

	/** Such as {@code 7 Jun 2026, 19:30:05}, for what may follow within seconds. */
	public String exactly(Instant moment, ZoneId zone) {
		return formatted("time.exactly", moment, zone);
	}

	/** Such as {@code 1 day 2 hours}. */
	public String duration(Duration duration) {
		List<String> parts = new ArrayList<>();
		add(parts, "duration.days", duration.toDaysPart());
		add(parts, "duration.hours", duration.toHoursPart());
		add(parts, "duration.minutes", duration.toMinutesPart());
		add(parts, "duration.seconds", duration.toSecondsPart());
		return parts.stream().reduce((one, next) -> of("duration.both", one, next)).orElse(duration.toString());
	}

	/**
	 * The zone that times without a salon are said in: that of the newest salon, which is
	 * where the club is.
	 */
	public ZoneId zone() {
		return this.salons.last().map(Salon::zone).orElse(ZoneId.systemDefault());
	}

	private String formatted(String pattern, Instant moment, ZoneId zone) {
		return DateTimeFormatter.ofPattern(of(pattern), LocaleContextHolder.getLocale()).format(moment.atZone(zone));
	}

	private void add(List<String> parts, String code, long amount) {
		if (amount > 0) {
			parts.add(of(code, amount));
		}
	}

}
