package org.salon.archive.cite;

import java.util.List;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import org.salon.archive.projection.Salons;
import org.salon.archive.salon.Entry;

/** References for LaTeX and reference managers. */
@Tag(name = "Citing", description = "References to salons, with keys and addresses that stay.")
@RestController
class CitationController {

	private static final String BIBTEX = "application/x-bibtex";

	private static final String CSL = "application/vnd.citationstyles.csl+json";

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private final Salons salons;

	private final Citations citations;

	CitationController(Salons salons, Citations citations) {
		this.salons = salons;
		this.citations = citations;
	}

	/** References to all salons, as BibTeX in UTF-8. */
	@GetMapping("/archive.bib")
	@ApiResponse(responseCode = "200", content = @Content(mediaType = BIBTEX, schema = @Schema(type = "string")))
	ResponseEntity<String> bibTex() {
		return bibTex(all());
	}

	/** References to all salons, as CSL-JSON. */
	@GetMapping("/archive.csl.json")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = CSL, array = @ArraySchema(schema = @Schema(implementation = CslItem.class))))
	ResponseEntity<String> cslJson() {
		return cslJson(all());
	}

	/** The reference to one salon, as BibTeX in UTF-8. */
	@GetMapping("/archive/{number:[1-9][0-9]{0,5}}.bib")
	@ApiResponse(responseCode = "200", content = @Content(mediaType = BIBTEX, schema = @Schema(type = "string")))
	@ApiResponse(responseCode = "404", description = "There is no such salon")
	ResponseEntity<String> bibTexOfOne(@PathVariable int number) {
		return bibTex(one(number));
	}

	/** The reference to one salon, as CSL-JSON: a list of one. */
	@GetMapping("/archive/{number:[1-9][0-9]{0,5}}.csl.json")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = CSL, array = @ArraySchema(schema = @Schema(implementation = CslItem.class))))
	@ApiResponse(responseCode = "404", description = "There is no such salon")
	ResponseEntity<String> cslJsonOfOne(@PathVariable int number) {
		return cslJson(one(number));
	}

	private List<Citation> all() {
		return this.salons.all().stream().map(Entry::salon).map(this.citations::of).toList();
	}

	private List<Citation> one(int number) {
		Entry entry = this.salons.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		return List.of(this.citations.of(entry.salon()));
	}

	private static ResponseEntity<String> bibTex(List<Citation> found) {
		return text(BIBTEX + ";charset=UTF-8", BibTexFile.write(found));
	}

	private static ResponseEntity<String> cslJson(List<Citation> found) {
		return text(CSL, JSON.writeValueAsString(found.stream().map(CslItem::of).toList()) + "\n");
	}

	private static ResponseEntity<String> text(String type, String body) {
		return ResponseEntity.ok().contentType(MediaType.parseMediaType(type)).body(body);
	}

}
