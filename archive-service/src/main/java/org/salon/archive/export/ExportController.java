package org.salon.archive.export;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

import org.salon.archive.projection.Salons;
import org.salon.archive.salon.Entry;
import org.salon.archive.salon.Salon;
import org.salon.archive.search.EntityTags;
import org.salon.invitation.ArchiveTable;

/** The whole archive in one file. */
@Tag(name = "Archive")
@RestController
class ExportController {

	// Of the rows' dates, not of an instant: any zone of the club's would do.
	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	static final String MARKDOWN = "text/markdown;charset=UTF-8";

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
		.enable(SerializationFeature.INDENT_OUTPUT)
		.build();

	private final Salons salons;

	private final EntityTags tags;

	private final Clock clock;

	ExportController(Salons salons, EntityTags tags, Clock clock) {
		this.salons = salons;
		this.tags = tags;
		this.clock = clock;
	}

	/**
	 * The archive as the table of an invitation: importing it again loses nothing.
	 */
	@GetMapping("/archive.md")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "text/markdown", schema = @Schema(type = "string")))
	@Nullable ResponseEntity<String> markdown(ServletWebRequest request) {
		LocalDate today = today(this.clock);
		if (this.tags.matchesList(request, "md", today)) {
			return null;
		}
		return text(MARKDOWN, ArchiveTable.write(TableRows.of(all()), today));
	}

	/** The archive as JSON: the same bytes for the same archive. */
	@GetMapping("/archive.json")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "application/json",
					schema = @Schema(implementation = ArchiveDocument.class)))
	@Nullable ResponseEntity<String> json(ServletWebRequest request) {
		if (this.tags.matchesList(request, "json")) {
			return null;
		}
		ArchiveDocument document = ArchiveDocument.of(all(), this.clock.instant());
		return text(MediaType.APPLICATION_JSON_VALUE, json(document));
	}

	/**
	 * The archive as a table for spreadsheets: a line for each salon, in UTF-8 with a
	 * byte order mark.
	 */
	@GetMapping("/archive.csv")
	@ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
	@Nullable ResponseEntity<String> csv(ServletWebRequest request) {
		if (this.tags.matchesList(request, "csv")) {
			return null;
		}
		HttpHeaders headers = new HttpHeaders();
		headers.setContentDisposition(ContentDisposition.attachment().filename("archive.csv").build());
		headers.setContentType(MediaType.parseMediaType("text/csv;charset=UTF-8;header=present"));
		return ResponseEntity.ok().headers(headers).body(CsvTable.write(all(), this.clock.instant()));
	}

	private List<Salon> all() {
		return this.salons.all().stream().map(Entry::salon).toList();
	}

	static LocalDate today(Clock clock) {
		return clock.instant().atZone(ZONE).toLocalDate();
	}

	static String json(Object document) {
		return JSON.writeValueAsString(document) + "\n";
	}

	static ResponseEntity<String> text(String type, String body) {
		return ResponseEntity.ok().contentType(MediaType.parseMediaType(type)).body(body);
	}

}
