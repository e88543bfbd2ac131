package org.salon.events.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The address by which a link of a salon is followed and counted, the same for whoever
 * writes it: a path of the public site that leads on to the link, and to nothing that the
 * salon does not name. Nothing in it says who follows it.
 */
public final class CountedLink {

	/** What all of them begin with. */
	public static final String PREFIX = "/go/";

	private static final int BYTES = 8;

	private CountedLink() {
	}

	/** The path of a link, such as {@code /go/44/9f86d081884c7d65}. */
	public static String path(int salonNumber, String url) {
		return PREFIX + salonNumber + "/" + id(url);
	}

	/** What tells the links of one salon apart: the first 8 bytes of SHA-256, in hex. */
	public static String id(String url) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, BYTES);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every JDK has SHA-256", ex);
		}
	}

}
