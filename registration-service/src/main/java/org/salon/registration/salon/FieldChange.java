package org.salon.registration.salon;

import tools.jackson.databind.JsonNode;

/**
 * How one part of a salon changed.
 *
 * @param field as the API calls it
 * @param before null if there was nothing, as {@code after}
 */
public record FieldChange(String field, JsonNode before, JsonNode after) {
}
