package org.salon.registration.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.salon.access.Role;
import org.salon.access.account.Account;
import org.salon.events.operator.OperatorChanged;
import org.salon.events.operator.OperatorRole;
import org.salon.messaging.outbox.Outbox;
import org.salon.registration.input.Checks;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.input.Refused;

/**
 * Makes and changes accounts. Each change ends the sessions that the account has, in
 * every service, as soon as it hears of it.
 */
@Service
public class AccountDesk {

	/** Of a password that people choose, in characters. */
	static final int SHORTEST = 10;

	/** In bytes: bcrypt looks at no more. */
	static final int LONGEST = 72;

	/** Without those that are taken for one another when read aloud or from paper. */
	private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

	private static final int MADE = 16;

	private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();

	private final SecureRandom random = new SecureRandom();

	private final AccountRows rows;

	private final Outbox outbox;

	private final Clock clock;

	AccountDesk(AccountRows rows, Outbox outbox, Clock clock) {
		this.rows = rows;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** Those that can log in first. */
	public List<Account> all() {
		return this.rows.all();
	}

	/**
	 * A new account.
	 * @param withPassword whether it gets a first one, or comes in by a provider only
	 * @throws InvalidFields if the name or the role is none, or the name is taken
	 */
	@Transactional
	public Made add(@Nullable String name, @Nullable String role, boolean withPassword) {
		Checks checks = new Checks();
		String typed = AccountName.read(checks, name);
		Role read = role(checks, role);
		if (!withPassword && checks.accepts("name") && !typed.contains("@")) {
			// A provider says addresses only.
			checks.reject("name", "name.provider");
		}
		checks.done();
		String password = withPassword ? password() : null;
		Account account = this.rows
			.add(typed, read, (password != null) ? this.encoder.encode(password) : null, this.clock.instant())
			.orElseThrow(() -> new InvalidFields("name", "name.taken"));
		tell(account);
		return new Made(account, password);
	}

	@Transactional
	public Account changeRole(UUID id, @Nullable String role) {
		Checks checks = new Checks();
		Role wanted = role(checks, role);
		checks.done();
		return change(id, (before) -> next(before, wanted, before.disabled(), before.password()));
	}

	/** Lets nobody in with it, until it is enabled again. */
	@Transactional
	public Account disable(UUID id, boolean disabled) {
		return change(id, (before) -> (before.disabled() == disabled) ? before
				: next(before, before.role(), disabled, before.password()));
	}

	/** A new password, made here. */
	@Transactional
	public Made renew(UUID id) {
		String password = password();
		Account account = change(id,
				(before) -> next(before, before.role(), before.disabled(), this.encoder.encode(password)));
		return new Made(account, password);
	}

	/**
	 * Takes a password that its owner chose.
	 * @throws InvalidFields if it is too short or too long, or was typed in two ways
	 */
	@Transactional
	public Account choose(UUID id, String password, String again) {
		Checks checks = new Checks();
		if (password.codePointCount(0, password.length()) < SHORTEST) {
			checks.reject("password", "field.passwordShort", SHORTEST);
		}
		else if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
			checks.reject("password", "field.passwordLong", LONGEST);
		}
		else if (!password.equals(again)) {
			checks.reject("again", "field.passwordAgain");
		}
		checks.done();
		return change(id, (before) -> next(before, before.role(), before.disabled(), this.encoder.encode(password)));
	}

	private Account change(UUID id, UnaryOperator<Account> change) {
		Account before = this.rows.lock(id)
			.orElseThrow(() -> new Refused(Refused.Reason.NOT_FOUND, "refused.noSuchAccount"));
		Account after = change.apply(before);
		if (after.generation() != before.generation()) {
			this.rows.save(after);
			tell(after);
		}
		return after;
	}

	private static Account next(Account before, Role role, boolean disabled, @Nullable String password) {
		return new Account(before.id(), before.name(), role, before.generation() + 1, disabled, password);
	}

	private void tell(Account account) {
		this.outbox.append(new OperatorChanged(account.id(), OperatorRole.valueOf(account.role().name()),
				account.generation(), account.disabled()), account.generation());
	}

	private static Role role(Checks checks, @Nullable String name) {
		for (Role role : Role.values()) {
			if (role.name().equals(name)) {
				return role;
			}
		}
		checks.reject("role", "field.required");
		return Role.READER;
	}

	private String password() {
		StringBuilder password = new StringBuilder(MADE + 3);
		for (int i = 0; i < MADE; i++) {
			if (i > 0 && i % 4 == 0) {
				password.append('-');
			}
			password.append(LETTERS.charAt(this.random.nextInt(LETTERS.length())));
		}
		return password.toString();
	}

	/**
	 * An account and the password that was made for it, which nobody can look up later.
	 */
	public record Made(Account account, @Nullable String password) {

		@Override
		public String toString() {
			return "Made[account=" + this.account + "]";
		}

	}

}
