package org.salon.registration.input;

import java.util.List;
import java.util.stream.Collectors;

/** A request that could be read, with fields that cannot be right. */
public final class InvalidFields extends RuntimeException {

	private final transient List<FieldProblem> problems;

	public InvalidFields(List<FieldProblem> problems) {
		// Names and codes only: values are personal.
		super(problems.stream()
			.map((problem) -> problem.field() + ": " + problem.code())
			.collect(Collectors.joining(", ")));
		this.problems = List.copyOf(problems);
	}

	public InvalidFields(String field, String code, Object... arguments) {
		this(List.of(new FieldProblem(field, code, List.of(arguments))));
	}

	public List<FieldProblem> problems() {
		return this.problems;
	}

}
