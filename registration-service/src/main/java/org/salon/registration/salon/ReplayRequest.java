package org.salon.registration.salon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.salon.events.salon.Link;
import org.salon.events.salon.LinkKind;
import org.salon.registration.input.Checks;
import org.salon.registration.input.JsonFields;

/** Reads the links of a replay. */
public final class ReplayRequest {

	static final int LONGEST_LABEL = 200;

	private ReplayRequest() {
	}

	/** The links of a body. */
	public static List<Link> read(JsonFields fields) {
		Checks checks = fields.checks();
		List<Link> links = links(fields);
		if (links.isEmpty() && checks.accepts("links")) {
			checks.reject("links", "field.required");
		}
		checks.done();
		return links;
	}

	/** The links, with problems noted. */
	static List<Link> links(JsonFields fields) {
		List<Link> links = new ArrayList<>();
		for (JsonFields link : fields.objects("links")) {
			links.add(link(fields.checks(), link.name(""), link.string("label"), link.string("url"),
					link.string("kind")));
		}
		return links;
	}

	/**
	 * One link.
	 * @param prefix of the fields' names, for problems
	 */
	public static Link link(Checks checks, String prefix, @Nullable String label, @Nullable String url,
			@Nullable String kind) {
		String text = checks.optionalLine(prefix + "label", label, LONGEST_LABEL);
		String address = checks.line(prefix + "url", url, 10_000);
		String problem = address.isEmpty() ? null : WebAddress.problemOf(address);
		if (problem != null) {
			checks.reject(prefix + "url", problem);
		}
		String shown = (text != null) ? text : "";
		return new Link(shown, address, kind(checks, prefix + "kind", kind, address, shown));
	}

	private static LinkKind kind(Checks checks, String field, @Nullable String kind, String url, String label) {
		if (kind == null || kind.isBlank()) {
			return recognised(url.toLowerCase(Locale.ROOT), label.toLowerCase(Locale.ROOT));
		}
		String name = kind.strip().toUpperCase(Locale.ROOT);
		return Arrays.stream(LinkKind.values())
			.filter((known) -> known.name().equals(name))
			.findFirst()
			.orElseGet(() -> {
				checks.reject(field, "field.linkKind", String.join(", ", names()));
				return LinkKind.OTHER;
			});
	}

	private static LinkKind recognised(String url, String label) {
		if (url.contains("arxiv.org") || url.contains("doi.org") || url.contains("openreview.net")) {
			return LinkKind.PAPER;
		}
		if (label.contains("slides") || label.contains("课件") || url.endsWith(".pptx")) {
			return LinkKind.SLIDES;
		}
		if (url.contains("github.com") || url.contains("gitee.com") || url.contains("gitlab.com")) {
			return LinkKind.CODE;
		}
		// It came to the address for replays.
		return LinkKind.REPLAY;
	}

	private static List<String> names() {
		return Arrays.stream(LinkKind.values()).map(Enum::name).toList();
	}

}
