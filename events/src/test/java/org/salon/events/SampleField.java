package org.salon.events;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One field of a sample, at any depth.
 *
 * @param data the whole data, a copy for this field alone
 * @param object the object in the data that has the field
 */
record SampleField(JsonNode data, ObjectNode object, String name) {

	static List<SampleField> all(EventType type) {
		List<SampleField> fields = new ArrayList<>();
		List<ObjectNode> objects = objects(Contract.sampleData(type));
		for (int i = 0; i < objects.size(); i++) {
			for (String name : objects.get(i).propertyNames()) {
				JsonNode copy = Contract.sampleData(type);
				fields.add(new SampleField(copy, objects(copy).get(i), name));
			}
		}
		return fields;
	}

	/** The objects in the data, in order, the data itself first. */
	static List<ObjectNode> objects(JsonNode node) {
		List<ObjectNode> objects = new ArrayList<>();
		if (node instanceof ObjectNode object) {
			objects.add(object);
		}
		if (node instanceof ObjectNode || node instanceof ArrayNode) {
			node.forEach((child) -> objects.addAll(objects(child)));
		}
		return objects;
	}

}
