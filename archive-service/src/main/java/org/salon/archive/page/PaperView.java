package org.salon.archive.page;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.salon.archive.salon.Link;
import org.salon.archive.salon.LinkKind;
import org.salon.archive.salon.PlainText;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.WebAddress;

/**
 * A paper that was spoken about.
 *
 * @param href where it can be read; absent if no link of the salon is known to be its
 */
record PaperView(String title, @Nullable String href) {

	static List<PaperView> of(Salon salon) {
		List<Link> links = salon.links()
			.stream()
			.filter((link) -> link.kind() == LinkKind.PAPER && WebAddress.of(link.url()).isPresent())
			.toList();
		boolean paired = salon.papers().size() == 1 && links.size() == 1;
		return salon.papers()
			.stream()
			.map((paper) -> new PaperView(paper,
					links.stream()
						.filter((link) -> paired || fits(link, paper))
						.findFirst()
						.map(Link::url)
						.orElse(null)))
			.toList();
	}

	private static boolean fits(Link link, String paper) {
		String label = PlainText.comparable(LinkLabel.of(link.label()));
		String title = PlainText.comparable(paper);
		return !label.isEmpty() && (title.contains(label) || label.contains(title));
	}

}
