package org.salon.registration.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import org.salon.registration.chart.Chart.Form;
import org.salon.registration.chart.Chart.Row;
import org.salon.registration.operator.Neighbours;
import org.salon.registration.web.Words;

/** Charts of what notification-service has counted; none while it does not answer. */
@Component
class MailCharts {

	private static final String SERVICE = "notification-service";

	/** What was called off or said by another mail is nobody's concern. */
	private static final List<String> OUTCOMES = List.of("SENT", "FAILED", "BOUNCED", "EXPIRED", "SUPPRESSED");

	private static final int MINUTE = 60;

	private final Neighbours neighbours;

	private final Words words;

	MailCharts(Neighbours neighbours, Words words) {
		this.neighbours = neighbours;
		this.words = words;
	}

	/** Of one salon, or of all. */
	List<Chart> of(@Nullable Integer salon) {
		String query = (salon != null) ? "?salon=" + salon : "";
		List<Chart> charts = new ArrayList<>();
		get("/api/charts/outcomes" + query).map(this::outcomes).ifPresent(charts::add);
		get("/api/charts/promptness" + query).map(this::promptness).ifPresent(charts::add);
		return charts;
	}

	private Optional<JsonNode> get(String path) {
		return this.neighbours.get(SERVICE, path);
	}

	/** What mails came to, by the day of the last 30. */
	private Chart outcomes(JsonNode json) {
		Map<String, Map<String, Long>> days = new TreeMap<>();
		for (JsonNode point : json.path("points")) {
			String day = point.path("at").asString("").replaceFirst("T.*", "");
			days.computeIfAbsent(day, (one) -> new TreeMap<>())
				.merge(point.path("outcome").asString(""), point.path("mails").asLong(), Long::sum);
		}
		List<String> seen = OUTCOMES.stream()
			.filter((outcome) -> days.values().stream().anyMatch((day) -> day.containsKey(outcome)))
			.toList();
		return new Chart("mails", Form.STACK, "chart.mails", "chart.day",
				seen.stream().map((outcome) -> this.words.of("outcome." + outcome)).toList(),
				days.entrySet()
					.stream()
					.map((day) -> new Row(day.getKey(),
							seen.stream()
								.<@Nullable Long>map((outcome) -> day.getValue().getOrDefault(outcome, 0L))
								.toList()))
					.toList());
	}

	/** How long confirmations took. */
	private Chart promptness(JsonNode json) {
		List<Row> rows = new ArrayList<>();
		for (JsonNode wait : json.path("waits")) {
			long mails = wait.path("confirmations").asLong();
			if (mails > 0) {
				rows.add(new Row(within(wait.path("withinSeconds")), List.of(mails)));
			}
		}
		return new Chart("promptness", Form.BAR, "chart.mails", "chart.within",
				List.of(this.words.of("kind.CONFIRMATION")), rows);
	}

	private String within(JsonNode seconds) {
		if (!seconds.isNumber()) {
			return this.words.of("chart.longer");
		}
		int most = seconds.asInt();
		return (most < MINUTE) ? this.words.of("chart.seconds", most) : this.words.of("chart.minutes", most / MINUTE);
	}

}
