package org.salon.archive.page;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/**
 * The address of a list, from which those of its neighbours are made: other pages of it,
 * the same with one thing more or less asked for.
 *
 * @param path encoded
 * @param parameters not yet encoded, in the order in which they are written
 */
record Address(String path, Map<String, String> parameters) {

	static Address of(String path) {
		return new Address(path, Map.of());
	}

	/** The list of the salons that have that name in common. */
	static Address of(Shelf shelf, String name) {
		return of(shelf.path() + "/" + UriUtils.encode(PathName.of(name), StandardCharsets.UTF_8));
	}

	/** The same with such a parameter; without it, if the value is blank. */
	Address with(String name, @Nullable String value) {
		Map<String, String> changed = new LinkedHashMap<>(this.parameters);
		changed.remove(name);
		if (value != null && !value.isBlank()) {
			changed.put(name, value);
		}
		return new Address(this.path, changed);
	}

	/** A page of the same list, from 0. */
	Address page(int page) {
		return with("page", (page > 0) ? Integer.toString(page) : null);
	}

	@Override
	public String toString() {
		return this.path + this.parameters.entrySet()
			.stream()
			.map((one) -> one.getKey() + "=" + UriUtils.encode(one.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&", this.parameters.isEmpty() ? "" : "?", ""));
	}

}
