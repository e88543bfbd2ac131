package org.salon.archive.salon;

/** A value that a list can be narrowed down to, and how many salons that would leave. */
public record Facet(String value, long count) {
}
