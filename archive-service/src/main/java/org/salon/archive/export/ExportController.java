package org.salon.archive.export;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import org.salon.archive.projection.Salons;
import org.salon.archive.salon.Entry;
import org.salon.archive.salon.Salon;

/** The whole archive in one file. */
@Tag(name = "Archive")
@RestController
class ExportController {

	// Of the rows' dates, not of an instant: any zone of the club's would do.
	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
		.enable(SerializationFeature.INDENT_OUTPUT)
		.build();

	private final Salons salons;

	private final Clock clock;

	ExportController(Salons salons, Clock clock) {
		this.salons = salons;
		this.clock = clock;
	}

	/**
	 * The archive as the table of an invitation: importing it again loses nothing.
	 */
	@GetMapping("/archive.md")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "text/markdown", schema = @Schema(type = "string")))
	ResponseEntity<String> markdown() {
		LocalDate today = this.clock.instant().atZone(ZONE).toLocalDate();
		return text("text/markdown;charset=UTF-8", MarkdownTable.write(all(), today));
	}

	/** The archive as JSON: the same bytes for the same archive. */
	@GetMapping("/archive.json")
	@ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json",
			schema = @Schema(implementation = ArchiveDocument.class)))
	ResponseEntity<String> json() {
		ArchiveDocument document = ArchiveDocument.of(all(), this.clock.instant());
		return text(MediaType.APPLICATION_JSON_VALUE, JSON.writeValueAsString(document) + "\n");
	}

	/**
	 * The archive as a table for spreadsheets: a line for each salon, in UTF-8 with a
	 * byte order mark.
	 */
	@GetMapping("/archive.csv")
	@ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
	ResponseEntity<String> csv() {
		HttpHeaders headers = new HttpHeaders();
		headers.setContentDisposition(ContentDisposition.attachment().filename("archive.csv").build());
		headers.setContentType(MediaType.parseMediaType("text/csv;charset=UTF-8;header=present"));
		return ResponseEntity.ok().headers(headers).body(CsvTable.write(all(), this.clock.instant()));
	}

	private List<Salon> all() {
		return this.salons.all().stream().map(Entry::salon).toList();
	}

	private static ResponseEntity<String> text(String type, String body) {
		return ResponseEntity.ok().contentType(MediaType.parseMediaType(type)).body(body);
	}

}
