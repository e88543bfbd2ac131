package org.salon.apidocs;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.StringUtils;

/**
 * The document that the running service's code comes to: what springdoc finds, with the
 * security that is really there, short names, and in one order.
 */
class GeneratedDocument {

	private static final String PATH = "/generated-api-docs";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String OPERATOR = """
			{"operator": {"type": "http", "scheme": "basic",
				"description": "User `operator` with the operator's password, the same for all services."}}""";

	private static final String RESPONSES = """
			{"Unauthorized": {"description": "No credentials, or wrong ones",
				"headers": {"WWW-Authenticate": {"schema": {"type": "string"}}}},
			"TooManyLogins": {"description": "Too many wrong passwords from this address; none is looked at for a while",
				"headers": {"Retry-After": {"description": "Seconds", "schema": {"type": "integer"}}}},
			"Failure": {
				"description": "Not done for another reason, as a parameter that cannot be read (400), or a database \
			that is away (503).",
				"content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}}""";

	private static final String PROBLEM = """
			{"Problem": {"type": "object",
				"description": "Why a call was not done (RFC 9457).",
				"properties": {
					"type": {"type": "string", "format": "uri-reference", "default": "about:blank"},
					"title": {"type": "string"},
					"status": {"type": "integer"},
					"detail": {"type": "string", "description": "In the reader's language where there is one."},
					"instance": {"type": "string", "format": "uri-reference"},
					"errors": {"type": "array", "description": "Each bad field, where fields are bad.",
						"items": {"type": "object", "required": ["field", "message"],
							"properties": {"field": {"type": "string"}, "message": {"type": "string"},
								"line": {"type": "integer", "description": "Of an invitation, from 1."}}}}}}}""";

	private final OpenApiWebMvcResource springdoc;

	private final Filter security;

	private final String version;

	GeneratedDocument(OpenApiWebMvcResource springdoc, Filter security, String version) {
		this.springdoc = springdoc;
		this.security = security;
		this.version = version;
	}

	ObjectNode generate() throws IOException {
		byte[] raw = this.springdoc.openapiJson(new MockHttpServletRequest("GET", PATH), PATH, Locale.ENGLISH);
		ObjectNode document = (ObjectNode) SchemaNames.shorten((ObjectNode) JSON.readTree(raw));
		// Relative to where it was read, whatever the service's address is.
		document.remove("servers");
		((ObjectNode) document.get("info")).put("version", this.version);
		document.get("paths")
			.forEachEntry(
					(path, calls) -> calls.forEachEntry((method, call) -> secure(path, method, (ObjectNode) call)));
		ObjectNode components = (ObjectNode) document.get("components");
		components.withObject("/schemas").setAll((ObjectNode) JSON.readTree(PROBLEM));
		components.set("responses", JSON.readTree(RESPONSES));
		components.set("securitySchemes", JSON.readTree(OPERATOR));
		sort(components, "schemas");
		sort(document, "paths");
		sortTags(document);
		begin(document);
		return document;
	}

	private void secure(String path, String method, ObjectNode call) {
		ObjectNode responses = (ObjectNode) call.get("responses");
		String example = path.replaceAll("\\{[^}]+}", "1");
		if (isRefused(new MockHttpServletRequest(method.toUpperCase(Locale.ROOT), example))) {
			call.putArray("security").addObject().putArray("operator");
			responses.putObject("401").put("$ref", "#/components/responses/Unauthorized");
			responses.putObject("429").put("$ref", "#/components/responses/TooManyLogins");
		}
		sort(call, "responses");
		((ObjectNode) call.get("responses")).putObject("default").put("$ref", "#/components/responses/Failure");
	}

	/** Asks the filters alone, so that nothing is done. */
	private boolean isRefused(MockHttpServletRequest request) {
		MockHttpServletResponse response = new MockHttpServletResponse();
		try {
			this.security.doFilter(request, response, new MockFilterChain());
		}
		catch (IOException | ServletException ex) {
			throw new IllegalStateException(ex);
		}
		return response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED;
	}

	private static void sort(ObjectNode parent, String field) {
		Map<String, JsonNode> sorted = new TreeMap<>();
		parent.get(field).forEachEntry(sorted::put);
		parent.putObject(field).setAll(sorted);
	}

	/** Descriptions begin as sentences do, whatever they were part of. */
	private static void begin(JsonNode node) {
		if (node.path("description").isString()) {
			((ObjectNode) node).put("description", StringUtils.capitalize(node.get("description").stringValue()));
		}
		node.forEach(GeneratedDocument::begin);
	}

	private static void sortTags(ObjectNode document) {
		Map<String, JsonNode> tags = new TreeMap<>();
		document.path("tags")
			.forEach((tag) -> tags.merge(tag.get("name").stringValue(), tag,
					(one, other) -> one.has("description") ? one : other));
		document.putArray("tags").addAll(List.copyOf(tags.values()));
	}

}
