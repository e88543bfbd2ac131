package org.salon.notification.digest;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;

/** The digests that are due, as mails. */
@Component
public class Digests {

	private final DigestProperties properties;

	private final DigestReader reader;

	private final DigestComposer composer;

	Digests(DigestProperties properties, DigestReader reader, DigestComposer composer) {
		this.properties = properties;
		this.reader = reader;
		this.composer = composer;
	}

	/**
	 * The digest of that row of the ledger, as things are now; nothing, if whom it was
	 * for is an organiser no more.
	 */
	public Optional<Composed> compose(UUID deliveryId, UUID organiser) {
		return this.properties.organisers()
			.stream()
			.filter((one) -> one.id().equals(organiser))
			.findFirst()
			.flatMap((one) -> this.reader.read(deliveryId, organiser)
				.map((digest) -> new Composed(this.composer.compose(deliveryId, one, digest), digest.people(),
						digest.worthSending())));
	}

	/**
	 * A digest as it goes over the wire.
	 *
	 * @param people whom it names
	 * @param worthSending whether anybody needs to read it
	 */
	public record Composed(byte[] mime, Set<UUID> people, boolean worthSending) {
	}

}
