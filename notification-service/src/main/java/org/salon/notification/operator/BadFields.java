package org.salon.notification.operator;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Some parameters of a request cannot be what they are: why, by the name of each. */
public class BadFields extends RuntimeException {

	private final transient SortedMap<String, String> fields;

	BadFields(Map<String, String> fields) {
		super("bad fields: " + fields.keySet());
		this.fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
	}

	/** By name, in the order of the names. */
	public SortedMap<String, String> fields() {
		return this.fields;
	}

}
