package org.salon.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Literal addresses are not looked up. */
class PublicAddressesTests {

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.255.255.254", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1",
			"172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.1",
			"192.0.2.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "192.88.99.1", "224.0.0.1",
			"239.255.255.255", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
			"::127.0.0.1", "fe80::1", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1", "64:ff9b::7f00:1",
			"64:ff9b:1::7f00:1", "2002:7f00:1::1", "2001::1", "2001:db8::1", "2001:10::1", "3fff::1", "100::1",
			"5f00::1", "4000::1" })
	void refusesWhatIsNotOfThePublicInternet(String address) throws UnknownHostException {
		assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "128.0.0.1",
					"172.15.255.255", "172.32.0.1", "192.167.255.255", "192.169.0.1", "198.17.255.255", "198.20.0.1",
					"223.255.255.255", "2606:4700::1111", "2001:4860:4860::8888", "2400:3200::1", "::ffff:8.8.8.8" })
	void acceptsWhatIs(String address) throws UnknownHostException {
		assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isTrue();
	}

}
