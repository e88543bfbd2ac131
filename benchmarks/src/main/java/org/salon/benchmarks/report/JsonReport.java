package org.salon.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The report for programs that compare runs. */
public final class JsonReport {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private JsonReport() {
	}

	/** The whole report, with medians and ratios worked out. */
	public static String of(Report report) {
		Map<String, Object> root = new LinkedHashMap<>();
		root.put("startedAt", report.startedAt().toString());
		root.put("commit", report.commit());
		root.put("settings", report.settings());
		root.put("machine", report.machine());
		root.put("sections", report.sections().stream().map(JsonReport::section).toList());
		return JSON.writeValueAsString(root) + "\n";
	}

	private static Map<String, Object> section(Section section) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("title", section.title());
		map.put("figures", section.figures().stream().map(JsonReport::figure).toList());
		map.put("ratios", section.ratios().stream().map(JsonReport::ratio).toList());
		map.put("notes", section.notes());
		return map;
	}

	private static Map<String, Object> figure(Figure figure) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("name", figure.name());
		map.put("unit", figure.unit());
		map.put("median", figure.median());
		map.put("rounds", List.copyOf(figure.rounds()));
		return map;
	}

	private static Map<String, Object> ratio(Ratio ratio) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("figure", ratio.figure().name());
		map.put("limit", ratio.limit().name());
		map.put("value", ratio.value());
		return map;
	}

}
