package org.salon.archive.site;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/**
 * Something that the service serves and the static site has: a page or a file.
 *
 * @param address path and query by which the service is asked for it, encoded
 * @param file its name in the static site
 */
record SitePage(String address, String file) {

	static final SitePage START = new SitePage("/archive", "index.html");

	private static final Pattern PAGE = Pattern.compile("page=([0-9]{1,9})");

	private static final List<String> FILE_FOLDERS = List.of("assets", "webjars");

	/**
	 * What an address within the service leads to; nothing, if it is not of the site, or
	 * asks for what only the service can answer: a search, another language.
	 */
	static Optional<SitePage> of(URI address) {
		String path = address.getRawPath();
		String query = pageOf(address.getRawQuery());
		if (path == null || query == null || !isOfSite(path)) {
			return Optional.empty();
		}
		List<String> segments = Arrays.stream(path.split("/"))
			.filter((segment) -> !segment.isEmpty())
			.map((segment) -> UriUtils.decode(segment, StandardCharsets.UTF_8))
			.toList();
		// The archive itself is the root of the site.
		List<String> below = segments.getFirst().equals("archive") ? segments.subList(1, segments.size()) : segments;
		if (isFolder(segments)) {
			return Optional.empty();
		}
		if (isFile(segments)) {
			return Optional.of(new SitePage(path, names(below.stream().map(FileName::ofFile))));
		}
		String asked = query.isEmpty() ? path : path + "?page=" + query;
		String folder = query.isEmpty() ? "" : "page-" + query;
		Stream<String> names = Stream.concat(below.stream().map(FileName::ofText), Stream.of(folder, "index.html"));
		return Optional.of(new SitePage(asked, names(names.filter((name) -> !name.isEmpty()))));
	}

	/** The number of a later page, empty for the first; null if more is asked for. */
	private static @Nullable String pageOf(@Nullable String query) {
		if (query == null) {
			return "";
		}
		Matcher page = PAGE.matcher(query);
		if (!page.matches()) {
			return null;
		}
		int number = Integer.parseInt(page.group(1));
		return (number == 0) ? "" : Integer.toString(number);
	}

	private static boolean isOfSite(String path) {
		return path.equals("/archive") || path.startsWith("/archive/") || path.startsWith("/archive.")
				|| path.startsWith("/design/") || path.equals("/feed.atom");
	}

	/** Where files of ours lie; a file of that name would stand in their way. */
	private static boolean isFolder(List<String> segments) {
		return segments.equals(List.of("design")) || (segments.size() == 2 && FILE_FOLDERS.contains(segments.get(1)));
	}

	private static boolean isFile(List<String> segments) {
		if (!segments.getFirst().equals("archive")) {
			return true;
		}
		// What people named may have a dot too, but always stands a folder deeper.
		return segments.size() > 1
				&& (FILE_FOLDERS.contains(segments.get(1)) || (segments.size() == 2 && segments.get(1).contains(".")));
	}

	private static String names(Stream<String> names) {
		return names.collect(Collectors.joining("/"));
	}

	/** The address of another file of the site, seen from this one. */
	String linkTo(SitePage other) {
		long depth = this.file.chars().filter((letter) -> letter == '/').count();
		return "../".repeat((int) depth) + UriUtils.encodePath(other.file, StandardCharsets.UTF_8);
	}

}
