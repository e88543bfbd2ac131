package org.salon.archive.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Writes the site as a zip: the archive's page, and all that can be reached from it. One
 * page is in memory at a time, and the addresses of all. The same archive gives the same
 * bytes.
 */
@Component
class StaticSite {

	// The first that a zip can say; in no zone.
	private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

	private final OwnPages pages;

	StaticSite(OwnPages pages) {
		this.pages = pages;
	}

	/**
	 * Writes the zip, and leaves it without its end if a page cannot be had or the output
	 * cannot be written: so nobody takes half of a site for the whole.
	 * @return how many files it has
	 */
	int write(Locale language, OutputStream output) throws IOException {
		ZipOutputStream zip = new ZipOutputStream(output, StandardCharsets.UTF_8);
		Queue<SitePage> waiting = new ArrayDeque<>(Set.of(SitePage.START));
		// By their files: people may write an address in more than one way.
		Set<String> known = new HashSet<>(Set.of(SitePage.START.file()));
		while (!waiting.isEmpty()) {
			SitePage page = waiting.remove();
			ZipEntry entry = new ZipEntry(page.file());
			entry.setTimeLocal(TIME);
			zip.putNextEntry(entry);
			copy(page, language, zip).stream().filter((found) -> known.add(found.file())).forEach(waiting::add);
			zip.closeEntry();
		}
		zip.finish();
		return known.size();
	}

	private Set<SitePage> copy(SitePage page, Locale language, OutputStream output) throws IOException {
		HttpResponse<InputStream> answer = this.pages.get(page, language);
		try (InputStream body = answer.body()) {
			if (!answer.headers().firstValue(HttpHeaders.CONTENT_TYPE).orElse("").startsWith("text/html")) {
				body.transferTo(output);
				return Set.of();
			}
			PageRewriter rewriter = new PageRewriter(page);
			output.write(rewriter.rewrite(body).getBytes(StandardCharsets.UTF_8));
			return rewriter.found();
		}
	}

}
