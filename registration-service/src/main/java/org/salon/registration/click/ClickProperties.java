package org.salon.registration.click;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether clicks are counted.
 *
 * @param countClicks off, and pages name links themselves; those that somebody copied
 * still lead on, and nothing is counted ({@code SALON_COUNT_CLICKS}, {@code on})
 */
@ConfigurationProperties("salon")
record ClickProperties(@DefaultValue("on") boolean countClicks) {
}
