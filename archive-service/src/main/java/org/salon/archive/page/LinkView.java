package org.salon.archive.page;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.salon.archive.salon.Link;
import org.salon.archive.salon.LinkKind;
import org.salon.archive.salon.Platform;
import org.salon.archive.salon.WebAddress;

/**
 * A link as a page shows it.
 *
 * @param text what is to be read; empty if the link has no label: then platform and kind
 * say what it is
 * @param also what else the salon calls the same address
 * @param href absent if the address must not be a link; then the text holds it
 * @param place among those of its kind, from 1, which tells those without a label apart
 * @param dead since when it leads nowhere, as far as is known
 */
record LinkView(LinkKind kind, String text, List<String> also, @Nullable String href, @Nullable Platform platform,
		@Nullable Player player, int place, @Nullable LocalDate dead) {

	LinkView {
		also = List.copyOf(also);
	}

	/**
	 * The view of all links to one address.
	 * @param same at least one
	 */
	static LinkView of(List<Link> same, int place, @Nullable LocalDate dead) {
		Link link = same.getFirst();
		List<String> labels = same.stream()
			.map((one) -> LinkLabel.of(one.label()))
			.filter((label) -> !label.isEmpty())
			.distinct()
			.toList();
		String text = labels.isEmpty() ? "" : labels.getFirst();
		List<String> also = labels.stream().skip(1).toList();
		return WebAddress.of(link.url())
			.map((address) -> new LinkView(link.kind(), text, also, link.url(), address.platform(),
					Player.of(address).orElse(null), place, dead))
			.orElseGet(() -> new LinkView(link.kind(), (text + " " + link.url()).strip(), also, null, null, null, place,
					null));
	}

}
