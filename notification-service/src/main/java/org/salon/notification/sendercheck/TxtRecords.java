package org.salon.notification.sendercheck;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.springframework.stereotype.Component;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks the domain name system for texts. */
@Component
class TxtRecords {

	private static final Duration TIMEOUT = Duration.ofSeconds(3);

	private static final int DNS = 53;

	private final DnsProperties properties;

	TxtRecords(DnsProperties properties) {
		this.properties = properties;
		if (!properties.server().isBlank()) {
			address(properties.server());
		}
	}

	/**
	 * The texts at a name; none, if there is no such name.
	 * @throws DnsAway if nobody says whether there are any
	 */
	List<String> at(String name) throws DnsAway {
		Lookup lookup;
		try {
			lookup = new Lookup(name + ".", Type.TXT);
		}
		catch (TextParseException ex) {
			return List.of();
		}
		// What was just put right must be seen.
		lookup.setCache(null);
		lookup.setResolver(resolver());
		Record[] found = lookup.run();
		return switch (lookup.getResult()) {
			case Lookup.SUCCESSFUL -> Arrays.stream(found).map(TxtRecords::text).toList();
			case Lookup.HOST_NOT_FOUND, Lookup.TYPE_NOT_FOUND -> List.of();
			default -> throw new DnsAway();
		};
	}

	private Resolver resolver() {
		Resolver resolver = this.properties.server().isBlank() ? new ExtendedResolver()
				: new SimpleResolver(address(this.properties.server()));
		resolver.setTimeout(TIMEOUT);
		return resolver;
	}

	private static InetSocketAddress address(String server) {
		URI uri;
		try {
			uri = URI.create("dns://" + server);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("salon.dns.server (SALON_DNS_SERVER) is no address: " + server, ex);
		}
		if (uri.getHost() == null) {
			throw new IllegalArgumentException("salon.dns.server (SALON_DNS_SERVER) is no address: " + server);
		}
		return new InetSocketAddress(uri.getHost(), (uri.getPort() > 0) ? uri.getPort() : DNS);
	}

	/** Long texts come in pieces, which belong together without a space. */
	private static String text(Record found) {
		StringBuilder text = new StringBuilder();
		if (found instanceof TXTRecord record) {
			for (byte[] piece : record.getStringsAsByteArrays()) {
				text.append(new String(piece, StandardCharsets.UTF_8));
			}
		}
		return text.toString();
	}

	/** Nobody answers. */
	static final class DnsAway extends Exception {

		DnsAway() {
			super("the domain name system does not answer");
		}

	}

}
