package org.salon.archive.site;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The site for another web server to host. */
@Tag(name = "Static site", description = "The archive for another web server to host.")
@RestController
class SiteController {

	private static final Logger logger = LoggerFactory.getLogger(SiteController.class);

	private static final String ZIP = "application/zip";

	private final StaticSite site;

	// Each asks for all pages of this instance one after the other: more of them at once
	// would only take the readers' turns.
	private final Semaphore turn = new Semaphore(1);

	SiteController(StaticSite site) {
		this.site = site;
	}

	/**
	 * The whole site as files: every page of the archive with its looks, feeds and
	 * exports, in one language. Links between them are relative, so that any web server
	 * hosts them under any path; what needs the service, such as the search, is left out.
	 * The same archive gives the same bytes.
	 */
	@GetMapping("/api/archive/site.zip")
	@Parameter(in = ParameterIn.QUERY, name = "lang", schema = @Schema(type = "string"),
			description = "language of the pages; the club's, if it is not given")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
	@ApiResponse(responseCode = "409", description = "One is being written already")
	void site(Locale locale, HttpServletResponse response) throws IOException {
		if (!this.turn.tryAcquire()) {
			throw new ResponseStatusException(HttpStatus.CONFLICT);
		}
		try {
			response.setContentType(ZIP);
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("site.zip").build().toString());
			int files = this.site.write(locale, response.getOutputStream());
			logger.info("Wrote the site as {} files", files);
		}
		finally {
			this.turn.release();
		}
	}

}
