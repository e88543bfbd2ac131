package org.salon.registration.click;

import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriUtils;

import org.salon.events.link.CountedLink;
import org.salon.events.salon.Link;
import org.salon.registration.input.Refused;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.Salons;

/**
 * Leads on to a link of a public salon and counts that. It leads nowhere else, whatever
 * is asked for, so nobody can lend our name to another site.
 */
@Controller
class ClickController {

	private final Salons salons;

	private final Clicks clicks;

	private final ClickProperties properties;

	ClickController(Salons salons, Clicks clicks, ClickProperties properties) {
		this.salons = salons;
		this.clicks = clicks;
		this.properties = properties;
	}

	@GetMapping(CountedLink.PREFIX + "{number:[0-9]{1,9}}/{id:[0-9a-f]{16}}")
	ResponseEntity<Void> follow(@PathVariable int number, @PathVariable String id, HttpServletRequest request) {
		String url = this.salons.find(number)
			.filter(Salon::isPublic)
			.flatMap((salon) -> salon.details()
				.links()
				.stream()
				.map(Link::url)
				.filter((link) -> CountedLink.id(link).equals(id))
				.findFirst())
			.orElseThrow(() -> new Refused(Refused.Reason.NOT_FOUND, "refused.noSuchLink"));
		if (this.properties.countClicks() && isFollowed(request)) {
			this.clicks.count(number, url);
		}
		return ResponseEntity.status(HttpStatus.FOUND)
			.cacheControl(CacheControl.noStore())
			.header("X-Robots-Tag", "noindex")
			.header(HttpHeaders.LOCATION, ascii(url))
			.build();
	}

	/** As a header can say it: signs beyond ASCII percent-encoded (RFC 3986). */
	private static String ascii(String url) {
		StringBuilder ascii = new StringBuilder();
		url.codePoints()
			.forEach((sign) -> ascii.append((sign < 0x80) ? Character.toString(sign)
					: UriUtils.encode(Character.toString(sign), StandardCharsets.UTF_8)));
		return ascii.toString();
	}

	/** Not when a program only looks, or a browser fetches what may be wanted next. */
	private static boolean isFollowed(HttpServletRequest request) {
		@Nullable String purpose = request.getHeader("Sec-Purpose");
		return request.getMethod().equals(HttpMethod.GET.name())
				&& (purpose == null || !purpose.startsWith("prefetch"));
	}

}
