package org.salon.apidocs;

import java.util.Map;

import org.webjars.WebJarVersionLocator;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The document, and Swagger UI to read it and try the calls. */
@Controller
class ApiDocsController {

	static final String DOCUMENT = "classpath:openapi.json";

	/**
	 * Of the page alone: Swagger UI runs from this service, asks this service, and draws
	 * its arrows with data: pictures.
	 */
	static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; "
			+ "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

	private static final String PAGE = "org/salon/apidocs/page/";

	private final Map<String, Resource> files = Map.of("start.js", new ClassPathResource(PAGE + "start.js"),
			"swagger-ui.css", swaggerUi("swagger-ui.css"), "swagger-ui-bundle.js", swaggerUi("swagger-ui-bundle.js"));

	@GetMapping("/v3/api-docs")
	ResponseEntity<Resource> document() {
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(new ClassPathResource("openapi.json"));
	}

	@GetMapping("/v3/api-docs/page")
	ResponseEntity<Resource> page() {
		// The security filter adds the service's own policy only where there is none.
		return ResponseEntity.ok()
			.header("Content-Security-Policy", CONTENT_POLICY)
			.contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
			.body(new ClassPathResource(PAGE + "index.html"));
	}

	@GetMapping("/v3/api-docs/page/{name}")
	ResponseEntity<Resource> file(@PathVariable String name) {
		Resource file = this.files.get(name);
		if (file == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return ResponseEntity.ok().contentType(MediaTypeFactory.getMediaType(name).orElseThrow()).body(file);
	}

	private static Resource swaggerUi(String name) {
		String path = new WebJarVersionLocator().fullPath("swagger-ui", name);
		if (path == null) {
			throw new IllegalStateException("Swagger UI is not on the class path");
		}
		return new ClassPathResource(path);
	}

}
