package org.salon.registration.web;

import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import org.salon.registration.input.FieldProblem;

/** Messages in the reader's language. */
@Component
public class Words {

	private final MessageSource messages;

	Words(MessageSource messages) {
		this.messages = messages;
	}

	/** The message of that code for the reader of the present request. */
	public String of(String code, Object... arguments) {
		Locale locale = LocaleContextHolder.getLocale();
		return this.messages.getMessage(code, arguments, locale);
	}

	public String of(FieldProblem problem) {
		return of(problem.code(), problem.arguments().toArray());
	}

	List<ProblemField> of(List<FieldProblem> problems) {
		return problems.stream().map((problem) -> new ProblemField(problem.field(), of(problem))).toList();
	}

	/** A field and what is wrong with it, as a problem detail says it. */
	record ProblemField(String field, String message) {
	}

}
