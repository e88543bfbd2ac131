package org.salon.invitation;

/**
 * A link of a past salon.
 *
 * @param label never empty
 * @param url http or https, to a public host, as written
 */
public record Link(String label, String url, LinkKind kind) {
}
