package org.salon.invitation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The links of one row: each address once, with all the labels that it stands under. */
final class RowLinks {

	private final Map<String, Set<String>> labels = new LinkedHashMap<>();

	private final Map<String, LinkKind> kinds = new HashMap<>();

	private final Set<String> notes = new LinkedHashSet<>();

	/** Adds a link unless people may not be led there; no label yet is null. */
	void add(String address, @Nullable String label) {
		if (WebAddress.refusal(address) != null) {
			if (label != null) {
				note(label);
			}
			return;
		}
		Set<String> known = this.labels.computeIfAbsent(address, (_) -> new LinkedHashSet<>());
		if (label != null && !label.isBlank()) {
			known.add(label);
		}
	}

	/** What the author says that an address leads to, if anything. */
	void kind(String address, @Nullable LinkKind kind) {
		if (kind != null) {
			this.kinds.putIfAbsent(address, kind);
		}
	}

	boolean contains(String address) {
		return this.labels.containsKey(address);
	}

	void note(String text) {
		String note = Labels.clean(text);
		if (note.codePoints().anyMatch(Character::isLetterOrDigit)) {
			this.notes.add(note);
		}
	}

	/** A note as it is. */
	void remark(String note) {
		if (!note.isEmpty()) {
			this.notes.add(note);
		}
	}

	List<String> notes() {
		return List.copyOf(this.notes);
	}

	/**
	 * The links in the order of the row. Those without any label get the topics': one
	 * each if there are as many, all of them if it is the only link, else they are named
	 * by host.
	 */
	List<Link> links(List<String> topics) {
		long unnamed = this.labels.values().stream().filter(Set::isEmpty).count();
		Iterator<String> each = (unnamed == topics.size()) ? topics.iterator() : Collections.emptyIterator();
		List<Link> links = new ArrayList<>();
		this.labels.forEach((url, known) -> {
			String label = known.isEmpty() ? substitute(url, topics, each) : String.join(" / ", known);
			LinkKind said = this.kinds.get(url);
			links.add(new Link(label, url, (said != null) ? said : LinkKind.of(url, label)));
		});
		return links;
	}

	private String substitute(String url, List<String> topics, Iterator<String> each) {
		if (each.hasNext()) {
			return each.next();
		}
		boolean only = this.labels.size() == 1 && !topics.isEmpty();
		return only ? String.join("；", topics) : LinkKind.host(url);
	}

}
