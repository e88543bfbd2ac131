package org.salon.archive.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of files that every file system takes and tells apart. */
final class FileName {

	// Eighty letters of Chinese would be 240 bytes of the 255 that there are.
	private static final int MAX_LENGTH = 40;

	private static final int HASH = 8;

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

	private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

	// Names that Windows keeps for devices.
	private static final Pattern RESERVED = Pattern.compile("con|prn|aux|nul|(com|lpt)[0-9]");

	private FileName() {
	}

	/** The name of a file of ours: as it is, if it is plain. */
	static String ofFile(String name) {
		return PLAIN.matcher(name).matches() ? name : ofText(name);
	}

	/**
	 * A name made of what people wrote: its letters and digits, whatever the script. A
	 * piece of a hash tells apart what would be alike then, or is alike to a file system
	 * that knows no capitals.
	 */
	static String ofText(String text) {
		String whole = Normalizer.normalize(text, Normalizer.Form.NFC);
		String letters = OTHER.matcher(whole.toLowerCase(Locale.ROOT)).replaceAll("-").replaceAll("^-|-$", "");
		String name = letters.codePoints()
			.limit(MAX_LENGTH)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
		if (!name.isEmpty() && name.equals(text) && !RESERVED.matcher(name).matches()) {
			return name;
		}
		return name.isEmpty() ? hash(text) : name + "-" + hash(text);
	}

	private static String hash(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest).substring(0, HASH);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

}
