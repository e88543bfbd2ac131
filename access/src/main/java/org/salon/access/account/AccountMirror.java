package org.salon.access.account;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a service has heard of the accounts, in the table {@code operator_account} of its
 * database. It may be late, and must not depend on being in time: an account that it has
 * not heard of, or heard an older generation of, is known by its signed cookie alone.
 */
public final class AccountMirror implements Generations {

	private static final String ENDED = """
			select exists (select 1 from operator_account
			  where id = ? and (generation > ? or (disabled and generation = ?)))""";

	private static final String SAVE = """
			insert into operator_account (id, generation, disabled) values (?, ?, ?)
			on conflict (id) do update set generation = excluded.generation, disabled = excluded.disabled""";

	private final JdbcTemplate jdbc;

	public AccountMirror(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Notes what an event says; events of one account come in their order. */
	public void save(UUID accountId, int generation, boolean disabled) {
		this.jdbc.update(SAVE, accountId, generation, disabled);
	}

	@Override
	public boolean hold(UUID accountId, int generation) {
		return List.of(false).equals(this.jdbc.queryForList(ENDED, Boolean.class, accountId, generation, generation));
	}

}
