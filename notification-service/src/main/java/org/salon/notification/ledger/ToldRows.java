package org.salon.notification.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.salon.notification.database.Columns;
import org.salon.notification.database.StoredJson;
import org.salon.notification.plan.Told;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What mails have told of their salons, once for all who were told the same. It says
 * nothing of a person, and stays.
 */
@Repository
class ToldRows {

	private static final int REMEMBERED = 1_000;

	private final Map<Told, UUID> kept = new ConcurrentHashMap<>();

	private final Map<UUID, Told> read = new ConcurrentHashMap<>();

	private final JdbcClient jdbc;

	ToldRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps what these tell; in a transaction of its own, as {@link KeptForms#keep}. */
	void keep(Collection<Draft> drafts) {
		List<Told> fresh = drafts.stream()
			.flatMap((draft) -> Stream.ofNullable(draft.told()))
			.filter((told) -> !this.kept.containsKey(told))
			.distinct()
			.toList();
		if (fresh.isEmpty()) {
			return;
		}
		this.jdbc.sql("""
				INSERT INTO told (id, content)
				SELECT id, CAST(content AS jsonb) FROM unnest(CAST(? AS uuid[]), CAST(? AS text[])) AS t (id, content)
				ORDER BY id
				ON CONFLICT (id) DO NOTHING
				""")
			.params(fresh.stream().map((told) -> name(told).toString()).toArray(String[]::new),
					fresh.stream().map(StoredJson::write).toArray(String[]::new))
			.update();
		forgetIfMany(this.kept);
		fresh.forEach((told) -> this.kept.put(told, name(told)));
	}

	/** Under which it is kept. */
	@Nullable UUID id(@Nullable Told told) {
		if (told == null) {
			return null;
		}
		return Objects.requireNonNullElseGet(this.kept.get(told), () -> name(told));
	}

	Map<UUID, Told> find(Collection<UUID> ids) {
		Map<UUID, Told> found = new HashMap<>();
		Set<UUID> unread = new HashSet<>();
		for (UUID id : ids) {
			Told told = this.read.get(id);
			if (told != null) {
				found.put(id, told);
			}
			else {
				unread.add(id);
			}
		}
		if (!unread.isEmpty()) {
			found.putAll(read(unread));
		}
		return found;
	}

	private Map<UUID, Told> read(Collection<UUID> ids) {
		Map<UUID, Told> fresh = this.jdbc.sql("SELECT id, content FROM told WHERE id = ANY (CAST(? AS uuid[]))")
			.param(Columns.array(ids))
			.query((row, index) -> Map.entry(Columns.uuid(row, "id"),
					StoredJson.read(row.getString("content"), Told.class)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		forgetIfMany(this.read);
		this.read.putAll(fresh);
		return fresh;
	}

	private static UUID name(Told told) {
		return UUID.nameUUIDFromBytes(StoredJson.write(told).getBytes(StandardCharsets.UTF_8));
	}

	private static void forgetIfMany(Map<?, ?> remembered) {
		if (remembered.size() > REMEMBERED) {
			remembered.clear();
		}
	}

}
