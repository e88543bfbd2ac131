package org.salon.registration.link;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How links are checked.
 *
 * @param check whether they are at all ({@code SALON_LINK_CHECK}); needs a way to the
 * outside
 * @param interval from one check of a link to the next, while all is well; 1 h at least
 * ({@code SALON_LINK_CHECK_INTERVAL})
 * @param retry from the first failure to the second check; each later wait is twice as
 * long, up to the interval ({@code SALON_LINK_CHECK_RETRY})
 * @param deadAfter how long a link has to have failed to be dead
 * ({@code SALON_LINK_DEAD_AFTER})
 * @param deadFailures how often in a row, besides ({@code SALON_LINK_DEAD_FAILURES})
 * @param pace from one request to the next to the same host, over all instances; 1 s at
 * least ({@code SALON_LINK_PACE})
 * @param connectTimeout for each address of a host ({@code SALON_LINK_CONNECT_TIMEOUT})
 * @param callTimeout for the whole of a request ({@code SALON_LINK_CALL_TIMEOUT})
 * @param threads how many links this instance checks at a time; with 0 it checks none,
 * and another one has to ({@code SALON_LINK_THREADS})
 * @param hosts that are checked though they have a private address: those of the
 * operator's own network ({@code SALON_LINK_HOSTS}, commas)
 */
@Validated
@ConfigurationProperties(prefix = "salon.links")
record LinkProperties(@DefaultValue("off") boolean check,
		@DefaultValue("P7D") @DurationMin(hours = 1) Duration interval,
		@DefaultValue("PT18H") @DurationMin(minutes = 1) Duration retry,
		@DefaultValue("PT48H") @DurationMin(minutes = 1) Duration deadAfter,
		@DefaultValue("3") @Min(1) @Max(100) int deadFailures,
		@DefaultValue("PT1S") @DurationMin(seconds = 1) Duration pace,
		@DefaultValue("PT5S") @DurationMin(millis = 100) Duration connectTimeout,
		@DefaultValue("PT15S") @DurationMin(millis = 100) Duration callTimeout,
		@DefaultValue("2") @Min(0) @Max(16) int threads, @DefaultValue Set<String> hosts) {

	LinkProperties {
		hosts = hosts.stream()
			.map((host) -> host.strip().toLowerCase(Locale.ROOT))
			.filter((host) -> !host.isEmpty())
			.collect(Collectors.toUnmodifiableSet());
	}

}
