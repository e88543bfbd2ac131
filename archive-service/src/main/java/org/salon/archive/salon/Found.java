package org.salon.archive.salon;

/** A salon that was found, and where in its texts. */
public record Found(Entry entry, Highlights highlights) {
}
