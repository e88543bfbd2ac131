package org.salon.notification.limit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many messages each instance hands over at most within any minute.
 *
 * @param perMinute to all together; without limit, if it is missing;
 * {@code SALON_SENDER_PER_MINUTE}
 * @param perDomainPerMinute to the addresses of one domain; without limit, if it is
 * missing; {@code SALON_SENDER_PER_DOMAIN_PER_MINUTE}
 * @param domains the domains for which it is another number, each as {@code qq.com=100};
 * {@code SALON_SENDER_DOMAINS}
 */
@Validated
@ConfigurationProperties("salon.sender")
public record LimitProperties(@Positive @Nullable Integer perMinute, @Positive @Nullable Integer perDomainPerMinute,
		@NotNull @DefaultValue List<String> domains) {

	public LimitProperties {
		domains = List.copyOf(domains);
		domains.forEach(LimitProperties::check);
	}

	Map<String, Integer> ofDomains() {
		return this.domains.stream()
			.map((entry) -> entry.split("=", 2))
			.collect(Collectors.toMap((parts) -> parts[0].strip().toLowerCase(Locale.ROOT),
					(parts) -> Integer.valueOf(parts[1].strip()), (first, last) -> last));
	}

	private static void check(String entry) {
		if (!entry.strip().matches("[^=@\\s]+\\s*=\\s*[1-9][0-9]{0,8}")) {
			throw new IllegalArgumentException(
					"not a domain and a number of messages per minute, such as qq.com=100: " + entry);
		}
	}

}
