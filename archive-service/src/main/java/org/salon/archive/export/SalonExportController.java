package org.salon.archive.export;

import java.time.Clock;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import org.salon.archive.projection.Salons;
import org.salon.archive.salon.Entry;
import org.salon.archive.salon.Salon;
import org.salon.invitation.ArchiveTable;

/** One salon in one file. */
@Tag(name = "Archive")
@RestController
class SalonExportController {

	private final Salons salons;

	private final Clock clock;

	SalonExportController(Salons salons, Clock clock) {
		this.salons = salons;
		this.clock = clock;
	}

	/** The salon as JSON, as it stands in the archive's own document. */
	@GetMapping("/archive/{number:[1-9][0-9]{0,5}}.json")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "application/json",
					schema = @Schema(implementation = ArchiveDocument.Item.class)))
	@ApiResponse(responseCode = "404", description = "There is no such salon")
	ResponseEntity<String> json(@PathVariable int number) {
		ArchiveDocument.Item item = ArchiveDocument.Item.of(find(number), this.clock.instant());
		return ExportController.text(MediaType.APPLICATION_JSON_VALUE, ExportController.json(item));
	}

	/** The salon as a table of one row in the invitation's own form. */
	@GetMapping("/archive/{number:[1-9][0-9]{0,5}}.md")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "text/markdown", schema = @Schema(type = "string")))
	@ApiResponse(responseCode = "404", description = "There is no such salon")
	ResponseEntity<String> markdown(@PathVariable int number) {
		String table = ArchiveTable.write(TableRows.of(List.of(find(number))), ExportController.today(this.clock));
		return ExportController.text(ExportController.MARKDOWN, table);
	}

	private Salon find(int number) {
		return this.salons.find(number)
			.map(Entry::salon)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
