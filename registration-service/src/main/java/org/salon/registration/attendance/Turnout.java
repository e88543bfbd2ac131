package org.salon.registration.attendance;

/**
 * How many came to a salon.
 *
 * @param registered who hold a seat
 * @param came who came, also if they gave their seat back afterwards
 * @param missing who hold a seat and did not come, so far
 */
public record Turnout(int registered, int came, int missing) {
}
