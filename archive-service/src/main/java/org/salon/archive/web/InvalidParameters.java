package org.salon.archive.web;

import java.util.List;

/** Parameters of a call that are understood and cannot be. */
public class InvalidParameters extends RuntimeException {

	private final transient List<Fault> faults;

	public InvalidParameters(List<Fault> faults) {
		super(faults.size() + " invalid parameters");
		this.faults = List.copyOf(faults);
	}

	List<Fault> faults() {
		return this.faults;
	}

	/**
	 * What is wrong with one of them.
	 *
	 * @param code of the message that says it to the reader
	 * @param arguments of the message
	 */
	public record Fault(String field, String code, List<Object> arguments) {

		public Fault {
			arguments = List.copyOf(arguments);
		}

	}

}
