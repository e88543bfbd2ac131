package org.salon.registration.guard;

import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the form asks of those who fill it in.
 *
 * @param minimalFillTime no person is quicker than that; zero asks nothing, as
 * {@code salon.rate-limits} turned off does ({@code SALON_MINIMAL_FILL_TIME})
 * @param challenge name of the {@link Challenge} that is put, or {@code none}
 * ({@code SALON_CHALLENGE})
 */
@Validated
@ConfigurationProperties(prefix = "salon")
record GuardProperties(@NotNull @DefaultValue("PT2S") Duration minimalFillTime,
		@NotBlank @DefaultValue("none") String challenge) {

}
