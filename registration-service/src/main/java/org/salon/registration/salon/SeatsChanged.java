package org.salon.registration.salon;

/**
 * A salon has another number of seats. Told inside the service, in the transaction of the
 * change, so that those in line move up with it.
 */
public record SeatsChanged(int number) {
}
