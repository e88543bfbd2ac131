package org.salon.archive.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

import org.salon.archive.web.SalonProperties;

/**
 * Strong entity tags (RFC 9110, section 8.8.3) made of what an answer depends on, so that
 * who has it already is told so before it is made. Equal archives have equal tags on
 * every instance that runs the same program, before and after a rebuild.
 */
@Component
public class EntityTags {

	private final SalonSearch search;

	private final String site;

	private final Program program;

	EntityTags(SalonSearch search, SalonProperties properties, Program program) {
		this.search = search;
		this.program = program;
		this.site = String.join(" ", properties.archiveUrl(""), properties.comingUrl(),
				properties.defaultLocale().toLanguageTag());
	}

	/**
	 * Whether the one who asks has this answer already, which the response then says: an
	 * answer made of the archive's lists.
	 * @param what which answer it is, with all that it depends on besides
	 */
	public boolean matchesList(ServletWebRequest request, Object... what) {
		return matches(request, null, this.search.state(), what);
	}

	/**
	 * The same of an answer that says when it last changed.
	 * @param changedAt when, to be told once no other change can fall into the same
	 * second
	 */
	boolean matches(ServletWebRequest request, @Nullable Instant changedAt, String state, Object... what) {
		String tag = '"' + digest(state, List.of(what)) + '"';
		if (asksForAny(request)) {
			Objects.requireNonNull(request.getResponse()).setHeader(HttpHeaders.ETAG, tag);
			Objects.requireNonNull(request.getResponse()).setStatus(304);
			return true;
		}
		return (changedAt != null) ? request.checkNotModified(tag, changedAt.toEpochMilli())
				: request.checkNotModified(tag);
	}

	/** The star, which stands for any answer that there is. */
	private static boolean asksForAny(ServletWebRequest request) {
		return Collections.list(request.getRequest().getHeaders(HttpHeaders.IF_NONE_MATCH))
			.stream()
			.anyMatch((value) -> value.strip().equals("*"));
	}

	private String digest(String state, List<Object> what) {
		Locale language = LocaleContextHolder.getLocale();
		String parts = String.join("\n", this.program.version(), this.site, state, language.toLanguageTag(),
				what.toString());
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(parts.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
