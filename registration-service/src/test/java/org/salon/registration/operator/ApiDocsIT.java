package org.salon.registration.operator;

import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.salon.apidocs.ApiDocsSuite;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;

/** This service's API document holds to what every such document holds to. */
@RegistrationServiceTest
class ApiDocsIT extends ApiDocsSuite {

	@Autowired
	private Site site;

	@Override
	protected Set<String> promisedCalls() {
		return Set.of("GET /api/salons", "GET /api/salons/{number}", "POST /api/salons/{number}/registrations",
				"POST /registrations/{token}/cancel", "POST /unsubscribe/{token}", "GET /salons/{number}.ics",
				"GET /calendar.ics", "POST /api/invitations", "POST /api/salons", "PUT /api/salons/{number}",
				"POST /api/salons/{number}/announce", "POST /api/salons/{number}/cancel",
				"POST /api/salons/{number}/replays", "GET /api/salons/{number}/registrations",
				"GET /api/salons/{number}/registrations.csv", "DELETE /api/members/{id}", "GET /api/dead-letters",
				"POST /api/dead-letters/{id}/redrive");
	}

	@Override
	protected String operatorPassword() {
		return Site.PASSWORD;
	}

	/**
	 * Bodies are read field by field, not into what the document was written from: each
	 * field is sent as something that it cannot be.
	 */
	@ParameterizedTest
	@CsvSource({ "/api/salons, SalonBody", "/api/salons/1/registrations, SignUpBody",
			"/api/salons/1/replays, ReplayBody" })
	void bodiesAreReadAsTheyAreDescribed(String path, String schema) {
		JsonNode schemas = this.site.operate("GET", "/v3/api-docs", null).json().at("/components/schemas");
		Set<String> described = new TreeSet<>();
		JsonNode body = spoiled(schemas, schema, "", described);
		assertThat(described).isNotEmpty();
		JsonNode errors = this.site.operate("POST", path, body.toString()).expect(422).json().get("errors");
		assertThat(errors.valueStream().map((error) -> error.get("field").stringValue()))
			.containsExactlyInAnyOrderElementsOf(described);
	}

	private static ObjectNode spoiled(JsonNode schemas, String name, String prefix, Set<String> fields) {
		ObjectNode body = Site.JSON.createObjectNode();
		schemas.get(name).get("properties").forEachEntry((field, schema) -> {
			String item = schema.at("/items/$ref").asString("").replaceFirst("^.*/", "");
			if (schema.has("additionalProperties")) {
				fields.add(prefix + field);
				body.put(field, "no object");
			}
			else if (item.isEmpty()) {
				fields.add(prefix + field);
				body.putObject(field);
			}
			else {
				body.putArray(field).add(spoiled(schemas, item, prefix + field + "[0].", fields));
			}
		});
		return body;
	}

}
