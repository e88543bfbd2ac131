package org.salon.registration.link;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;

import org.jspecify.annotations.Nullable;

import org.salon.outbound.CallFailed;
import org.salon.outbound.HttpHeadline;
import org.salon.outbound.SafeHttp;

/**
 * Asks whether there is a page at an address: for its headers, and for the page only if
 * that tells nothing. Follows redirects one by one, each under the same rules as the
 * first address.
 */
class LinkProbe {

	private static final int MOST_REDIRECTS = 5;

	private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

	/** A server that says so to HEAD may say otherwise to GET. */
	private static final Set<Finding> DOUBTFUL = Set.of(Finding.GONE, Finding.SERVER_ERROR, Finding.REFUSED,
			Finding.TIMEOUT, Finding.BROKEN);

	private final SafeHttp http;

	private final HostPace pace;

	private final DoubleSupplier chance;

	LinkProbe(SafeHttp http, HostPace pace, DoubleSupplier chance) {
		this.http = http;
		this.pace = pace;
		this.chance = chance;
	}

	/** Asks, and waits between the requests as the hosts' pace wants it. */
	Probe check(String url) throws InterruptedException {
		Optional<URI> next = address(null, url);
		String last = null;
		Integer status = null;
		for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
			if (next.isEmpty()) {
				return new Probe(Finding.UNREADABLE, status, last, null);
			}
			URI uri = next.get();
			last = (redirects > 0) ? uri.toString() : null;
			Visit visit = visit(uri);
			status = visit.status();
			if (visit.location() == null) {
				return new Probe(visit.finding(), status, last, visit.notBefore());
			}
			next = address(uri, visit.location());
		}
		return new Probe(Finding.REDIRECTS, status, last, null);
	}

	private Visit visit(URI uri) throws InterruptedException {
		Visit head = ask(uri, this.http::head);
		return (head.location() == null && DOUBTFUL.contains(head.finding())) ? ask(uri, this.http::get) : head;
	}

	private Visit ask(URI uri, Call call) throws InterruptedException {
		String host = uri.getHost().toLowerCase(Locale.ROOT);
		Optional<Instant> later = this.pace.await(host);
		if (later.isPresent()) {
			return new Visit(Finding.BUSY, null, null, later.get());
		}
		try {
			return read(host, call.ask(uri));
		}
		catch (CallFailed ex) {
			return new Visit(finding(ex.reason()), null, null, null);
		}
	}

	private Visit read(String host, HttpHeadline answer) {
		int status = answer.status();
		if (status == 429 || status == 503) {
			Instant later = this.pace.refused(host, answer.retryAfter(), this.chance.getAsDouble());
			return new Visit(Finding.BUSY, status, null, later);
		}
		this.pace.answered(host);
		if (REDIRECTS.contains(status)) {
			return new Visit((answer.location() != null) ? Finding.FOUND : Finding.BROKEN, status, answer.location(),
					null);
		}
		return new Visit(finding(status), status, null, null);
	}

	/**
	 * Of all that a client is blamed for, only that there is no such page speaks of the
	 * page: the rest keeps out programs, or people without a login.
	 */
	private static Finding finding(int status) {
		if (status >= 200 && status < 400) {
			return Finding.FOUND;
		}
		if (status == 404 || status == 410) {
			return Finding.GONE;
		}
		return (status >= 500 && status < 600) ? Finding.SERVER_ERROR : Finding.REFUSED;
	}

	private static Finding finding(CallFailed.Reason reason) {
		return switch (reason) {
			case NOT_PUBLIC -> Finding.NOT_PUBLIC;
			case NO_SUCH_HOST -> Finding.NO_SUCH_HOST;
			case UNREACHABLE -> Finding.UNREACHABLE;
			case TLS -> Finding.TLS;
			case TIMEOUT -> Finding.TIMEOUT;
			case BROKEN -> Finding.BROKEN;
		};
	}

	/** The address to ask for, if it is one that can be. */
	private static Optional<URI> address(@Nullable URI base, String text) {
		try {
			URI uri = new URI(text.strip());
			URI whole = new URI(((base != null) ? base.resolve(uri) : uri).toASCIIString());
			String scheme = (whole.getScheme() != null) ? whole.getScheme().toLowerCase(Locale.ROOT) : "";
			boolean web = scheme.equals("http") || scheme.equals("https");
			return (web && whole.getHost() != null && whole.getRawUserInfo() == null) ? Optional.of(whole)
					: Optional.empty();
		}
		catch (URISyntaxException ex) {
			return Optional.empty();
		}
	}

	private interface Call {

		HttpHeadline ask(URI uri) throws CallFailed;

	}

	private record Visit(Finding finding, @Nullable Integer status, @Nullable String location,
			@Nullable Instant notBefore) {
	}

}
