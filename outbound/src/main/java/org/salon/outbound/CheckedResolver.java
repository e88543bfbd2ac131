package org.salon.outbound;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names for the client, which connects to nothing but what this returns: there
 * is no second look-up between the check and the connection that could answer otherwise.
 * One address that is not public condemns all, so that chance decides nothing.
 */
final class CheckedResolver implements DnsResolver {

	private final Set<String> allowedHosts;

	CheckedResolver(Set<String> allowedHosts) {
		this.allowedHosts = allowedHosts;
	}

	@Override
	public InetAddress[] resolve(String host) throws UnknownHostException {
		InetAddress[] addresses = InetAddress.getAllByName(host);
		boolean allowed = this.allowedHosts.contains(host.toLowerCase(Locale.ROOT));
		if (!allowed && !Arrays.stream(addresses).allMatch(PublicAddresses::contain)) {
			throw new AddressRefused();
		}
		return addresses;
	}

	@Override
	public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
		return Arrays.stream(resolve(host)).map((address) -> new InetSocketAddress(address, port)).toList();
	}

	@Override
	public String resolveCanonicalHostname(String host) {
		return host;
	}

}
