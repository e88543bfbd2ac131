package org.salon.notification.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.salon.notification.salon.Salon;

/**
 * What would be sent for a salon if nothing more happened.
 *
 * @param at the moment from which it is seen
 * @param reminders the offsets before the start that are reckoned with
 */
public record Forecast(Salon salon, Instant at, List<Duration> reminders, List<ForecastLine> lines) {
}
