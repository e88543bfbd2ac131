package org.salon.archive.salon;

/** A labelled link of a salon. The label may be empty; the address may be anything. */
public record Link(String label, String url, LinkKind kind) {
}
