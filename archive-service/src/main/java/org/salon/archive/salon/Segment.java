package org.salon.archive.salon;

/** A piece of a text: what was searched for, or what stands around it. Never HTML. */
public record Segment(String text, boolean hit) {
}
