package org.salon.registration.input;

import java.util.List;

/**
 * What is wrong with one field.
 *
 * @param field as it is called in the request
 * @param code of the message
 * @param arguments what fills the gaps of the message
 */
public record FieldProblem(String field, String code, List<Object> arguments) {

	public FieldProblem {
		arguments = List.copyOf(arguments);
	}

}
