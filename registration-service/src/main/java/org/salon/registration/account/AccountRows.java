package org.salon.registration.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.salon.access.Role;
import org.salon.access.account.Account;
import org.salon.access.account.Accounts;
import org.salon.access.account.Generations;

/** All accounts. There are as many as a club has organisers and helpers: no pages. */
@Repository
class AccountRows implements Accounts, Generations {

	private static final String COLUMNS = "id, name, role, generation, disabled, password";

	private final JdbcClient jdbc;

	AccountRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<Account> named(String name) {
		String key = AccountName.key(name);
		if (key.indexOf('\0') >= 0) {
			return Optional.empty();
		}
		return this.jdbc.sql("select " + COLUMNS + " from operator_account where name = ?")
			.param(key)
			.query((row, index) -> account(row))
			.optional();
	}

	/** Here nothing is heard late: a session holds if it is of the present generation. */
	@Override
	public boolean hold(UUID accountId, int generation) {
		return this.jdbc
			.sql("select exists (select 1 from operator_account where id = ? and generation = ? and not disabled)")
			.param(accountId)
			.param(generation)
			.query(Boolean.class)
			.single();
	}

	List<Account> all() {
		return this.jdbc.sql("select " + COLUMNS + " from operator_account order by disabled, name")
			.query((row, index) -> account(row))
			.list();
	}

	/** The account, which nobody else changes until the transaction ends. */
	Optional<Account> lock(UUID id) {
		return this.jdbc.sql("select " + COLUMNS + " from operator_account where id = ? for update")
			.param(id)
			.query((row, index) -> account(row))
			.optional();
	}

	/** The new account, or nothing if the name is taken. */
	Optional<Account> add(String name, Role role, @Nullable String password, Instant now) {
		return this.jdbc.sql("""
				insert into operator_account (name, role, password, created_at) values (:name, :role, :password, :now)
				on conflict (name) do nothing returning """ + " " + COLUMNS)
			.param("name", name)
			.param("role", role.name())
			.param("password", password)
			.param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
			.query((row, index) -> account(row))
			.optional();
	}

	void save(Account account) {
		this.jdbc.sql("update operator_account set role = ?, generation = ?, disabled = ?, password = ? where id = ?")
			.param(account.role().name())
			.param(account.generation())
			.param(account.disabled())
			.param(account.password())
			.param(account.id())
			.update();
	}

	private static Account account(ResultSet row) throws SQLException {
		return new Account(row.getObject("id", UUID.class), row.getString("name"), Role.valueOf(row.getString("role")),
				row.getInt("generation"), row.getBoolean("disabled"), row.getString("password"));
	}

}
