package org.salon.archive.page;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.salon.archive.salon.Link;
import org.salon.archive.salon.LinkKind;

/** The links of one kind. */
record LinkGroup(LinkKind kind, List<LinkView> links) {

	static List<LinkGroup> of(List<Link> links) {
		Map<LinkKind, List<LinkView>> kinds = links.stream()
			.collect(Collectors.groupingBy(Link::kind, TreeMap::new,
					Collectors.mapping(LinkView::of, Collectors.toList())));
		return kinds.entrySet().stream().map((group) -> new LinkGroup(group.getKey(), group.getValue())).toList();
	}

}
