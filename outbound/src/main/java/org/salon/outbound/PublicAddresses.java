package org.salon.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Tells addresses of the public internet from all others: those of this machine, of its
 * networks, and those that stand for something else.
 */
final class PublicAddresses {

	/** Ranges that are for special use, by the registry of IANA. */
	private static final List<Range> SPECIAL = List.of(Range.of(0, 0, 0, 8), Range.of(10, 0, 0, 8),
			Range.of(100, 64, 0, 10), Range.of(127, 0, 0, 8), Range.of(169, 254, 0, 16), Range.of(172, 16, 0, 12),
			Range.of(192, 0, 0, 24), Range.of(192, 0, 2, 24), Range.of(192, 88, 99, 24), Range.of(192, 168, 0, 16),
			Range.of(198, 18, 0, 15), Range.of(198, 51, 100, 24), Range.of(203, 0, 113, 24), Range.of(224, 0, 0, 3));

	private PublicAddresses() {
	}

	static boolean contain(InetAddress address) {
		byte[] bytes = address.getAddress();
		return (address instanceof Inet4Address) ? publicV4(bytes) : publicV6(bytes);
	}

	private static boolean publicV4(byte[] bytes) {
		int value = word(bytes, 0) << 16 | word(bytes, 2);
		return SPECIAL.stream().noneMatch((range) -> range.contains(value));
	}

	/**
	 * Only global unicast, and of that none that carries an IPv4 address within it: by
	 * 6to4 or Teredo a private one could be reached. Mapped, compatible, translated,
	 * unique-local, link-local and multicast ones all lie outside.
	 */
	private static boolean publicV6(byte[] bytes) {
		int first = word(bytes, 0);
		int second = word(bytes, 2);
		boolean global = (first & 0xE000) == 0x2000;
		boolean protocols = first == 0x2001 && second < 0x0200;
		boolean documentation = (first == 0x2001 && second == 0x0DB8) || (first == 0x3FFF && second < 0x1000);
		boolean sixToFour = first == 0x2002;
		return global && !protocols && !documentation && !sixToFour;
	}

	private static int word(byte[] bytes, int index) {
		return (bytes[index] & 0xFF) << 8 | bytes[index + 1] & 0xFF;
	}

	private record Range(int start, int mask) {

		static Range of(int first, int second, int third, int length) {
			return new Range(first << 24 | second << 16 | third << 8, -1 << (32 - length));
		}

		boolean contains(int address) {
			return (address & this.mask) == this.start;
		}

	}

}
