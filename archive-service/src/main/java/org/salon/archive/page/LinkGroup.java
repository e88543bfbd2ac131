package org.salon.archive.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.salon.archive.salon.Link;
import org.salon.archive.salon.LinkKind;

/** The links of one kind, each address once. */
record LinkGroup(LinkKind kind, Folded<LinkView> links) {

	/** How many are shown before the rest is folded away. */
	private static final int SHOWN = 8;

	/**
	 * The links, by kind.
	 * @param dead since when, of the addresses that are
	 */
	static List<LinkGroup> of(List<Link> links, Map<String, LocalDate> dead) {
		Map<LinkKind, List<Link>> kinds = links.stream()
			.collect(Collectors.groupingBy(Link::kind, TreeMap::new, Collectors.toList()));
		return kinds.entrySet()
			.stream()
			.map((kind) -> new LinkGroup(kind.getKey(), Folded.of(views(kind.getValue(), dead), SHOWN)))
			.toList();
	}

	/** Whether several have no label of their own, and need numbers to be told apart. */
	public boolean numbered() {
		return Stream.concat(this.links.shown().stream(), this.links.rest().stream())
			.filter((link) -> link.text().isEmpty())
			.count() > 1;
	}

	private static List<LinkView> views(List<Link> links, Map<String, LocalDate> dead) {
		Map<String, List<Link>> addresses = links.stream()
			.collect(Collectors.groupingBy((link) -> link.url().strip(), LinkedHashMap::new, Collectors.toList()));
		List<LinkView> views = new ArrayList<>();
		addresses.forEach((url, same) -> views.add(LinkView.of(same, views.size() + 1, dead.get(url))));
		return views;
	}

}
