package org.salon.registration.subscriber;

import org.salon.registration.input.FieldProblem;

/**
 * A line of a file that is not imported, and why.
 *
 * @param email as it stands there, shortened
 */
public record RefusedLine(int line, String email, FieldProblem problem) {
}
